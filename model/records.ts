/** The value of a key that the record has itself: a name such as `constructor` must not find JavaScript's own. */
export function own<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The entries in the order of the keys: JavaScript itself puts keys that look like numbers first. */
export function inOrder<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  keys: readonly string[],
): [string, Value][] {
  return keys.flatMap((key) => {
    const value = own(record, key);
    return value === undefined ? [] : [[key, value] as [string, Value]];
  });
}
