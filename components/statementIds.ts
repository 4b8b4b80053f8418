/**
 * The statements with Sids that AWS takes: letters and digits only, each once.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function withValidSids<T extends { readonly Sid: string }>(statements: readonly T[]): T[] {
  const taken = new Set<string>();
  return statements.map((statement) => {
    const letters = statement.Sid.replace(/[^A-Za-z0-9]/g, "");
    let Sid = letters;
    for (let next = 2; taken.has(Sid); next++) {
      Sid = `${letters}x${next}`;
    }
    taken.add(Sid);
    return { ...statement, Sid };
  });
}
