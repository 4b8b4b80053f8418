/**
 * A function of a text that keeps its answers, for what few texts are asked about over and over. Neither many texts nor
 * long ones can fill the memory.
 */
export function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) {
      return found.answer;
    }
    const answer = read(text);
    if (text.length <= longestRemembered) {
      if (known.size >= mostRemembered) {
        known.clear();
      }
      known.set(text, { answer });
    }
    return answer;
  };
}

const mostRemembered = 10_000;
const longestRemembered = 256;

/** A text in small letters: names of actions and of condition keys have no letter case. */
export const smallLetters = remembered((text) => text.toLowerCase());
