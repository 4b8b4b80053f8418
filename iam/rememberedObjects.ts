/** A function of an object that answers once for each; it keeps none of them alive. */
export function rememberedObjects<Key extends object, Answer>(
  read: (key: Key) => Answer,
): (key: Key) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      found = { answer: read(key) };
      known.set(key, found);
    }
    return found.answer;
  };
}
