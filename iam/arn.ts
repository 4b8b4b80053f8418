/** The six parts of an ARN; undefined for what has fewer. */
export function splitArn(text: string): string[] | undefined {
  const parts: string[] = [];
  let start = 0;
  while (parts.length < 5) {
    const colon = text.indexOf(":", start);
    if (colon < 0) {
      return undefined;
    }
    parts.push(text.slice(start, colon));
    start = colon + 1;
  }
  parts.push(text.slice(start));
  return parts;
}
