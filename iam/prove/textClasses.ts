import { Automaton, dead } from "./automaton";
import { unnamed } from "./characters";
import { Elements } from "./elements";
import { rememberedObjects } from "../rememberedObjects";

/** All texts that give the same answers to a list of patterns. */
export interface TextClass {
  /** The shortest of them. */
  readonly witness: string;
  /** Whether they match, pattern by pattern. */
  readonly answers: readonly boolean[];
}

/**
 * How many states of the product are visited at most, and how many places of patterns in them. Those of one policy set
 * seldom need a thousand states; patterns made to be hostile could need exponentially many. Both take about a second.
 */
const mostStates = 20_000;
const mostPlaces = 20_000_000;

/**
 * Every combination of answers that some text of the language gives to the patterns, each with its shortest text. The language
 * is what matches all of `within`. Exact: a walk through the product of the automata, breadth first. Undefined
 * where the product is too large to walk through.
 */
export function textClasses(
  within: readonly Elements[],
  patterns: readonly Elements[],
): readonly TextClass[] | undefined {
  const bases = [...new Set(within.map(automatonOf))];
  const only = within.map(onlyText).find((text) => text !== undefined);
  if (only !== undefined) {
    const answers = () => patterns.map((pattern) => automatonOf(pattern).matches(only));
    return bases.every((base) => base.matches(only)) ? [{ witness: only, answers: answers() }] : [];
  }
  const tests = [...new Set(patterns.map(automatonOf))];
  const key = [bases, tests].map((list) => list.map(({ id }) => id).join(" ")).join("|");
  let classes = remembered.get(key);
  if (classes === undefined) {
    classes = walk([...bases, ...tests], bases.length);
    if (classes === undefined) {
      return undefined;
    }
    if (remembered.size >= mostRemembered) {
      remembered.clear();
    }
    remembered.set(key, classes);
  }
  const positions = patterns.map((pattern) => tests.indexOf(automatonOf(pattern)));
  return classes.map(({ witness, answers }) => ({
    witness,
    answers: positions.map((position) => answers[position]!),
  }));
}

/** The same questions come up for one account after another. */
const remembered = new Map<string, readonly TextClass[]>();
const mostRemembered = 5_000;

function walk(automata: readonly Automaton[], bases: number): readonly TextClass[] | undefined {
  const found = new Map<string, TextClass>();
  const seen = new Set<string>();
  const queue: Reached[] = [];
  const places = automata.reduce((sum, { length }) => sum + length, 1);
  const most = Math.min(mostStates, mostPlaces / places);
  const reach = (reached: Reached | undefined) => {
    if (reached !== undefined) {
      const key = keyOf(reached.states);
      if (!seen.has(key)) {
        seen.add(key);
        queue.push(reached);
      }
    }
  };
  reach(forward(automata, { states: automata.map(({ start }) => start), text: "" }, bases));
  for (let head = 0; head < queue.length && queue.length <= most; head++) {
    const { states, text } = queue[head]!;
    const answers = states.map((state, index) => automata[index]!.accepts(state));
    if (answers.slice(0, bases).every(Boolean)) {
      const key = answers.map(Number).join("");
      if (!found.has(key)) {
        found.set(key, { witness: text, answers: answers.slice(bases) });
      }
    }
    for (const character of nextCharacters(automata, states, bases)) {
      const next = step(automata, states, character, bases);
      reach(next && forward(automata, { states: next, text: text + character }, bases));
    }
  }
  return queue.length > most ? undefined : [...found.values()];
}

/** A character for each state is a third of the text of their numbers; an automaton seldom has more states than that. */
function keyOf(states: readonly number[]): string {
  return states.every((state) => state <= 0xffff) ? String.fromCharCode(...states) : states.join();
}

/** Goes on while the language has but one next character, as in most of an ARN; undefined where it comes to nothing. */
function forward(
  automata: readonly Automaton[],
  { states, text }: Reached,
  bases: number,
): Reached | undefined {
  let [current, reached] = [states, text];
  for (;;) {
    const character = onlyCharacter(automata, current, bases);
    if (character === undefined) {
      return { states: current, text: reached };
    }
    const next = step(automata, current, character, bases);
    if (next === undefined) {
      return undefined;
    }
    current = next;
    reached += character;
  }
}

function onlyCharacter(
  automata: readonly Automaton[],
  states: readonly number[],
  bases: number,
): string | undefined {
  for (let index = 0; index < bases; index++) {
    if (automata[index]!.namesAll(states[index]!)) {
      const literals = automata[index]!.literals(states[index]!);
      return literals.length === 1 ? literals[0] : undefined;
    }
  }
  return undefined;
}

/** Whether some text matches both patterns; undefined where the product is too large. */
export function patternsIntersect(left: Elements, right: Elements): boolean | undefined {
  const classes = textClasses([left, right], []);
  return classes && classes.length > 0;
}

/** Whether every text of the one pattern matches the other; undefined where the product is too large. */
export function patternIncludes(outer: Elements, inner: Elements): boolean | undefined {
  return textClasses([inner], [outer])?.every(({ answers }) => answers[0]!);
}

interface Reached {
  readonly states: readonly number[];
  readonly text: string;
}

function step(
  automata: readonly Automaton[],
  states: readonly number[],
  character: string,
  bases: number,
): number[] | undefined {
  const next: number[] = [];
  for (let index = 0; index < automata.length; index++) {
    const state = states[index]!;
    const target = state === dead ? dead : automata[index]!.step(state, character);
    if (target === dead && index < bases) {
      return undefined;
    }
    next.push(target);
  }
  return next;
}

/** The characters that some pattern names here, and one of each group that stands for all others. */
function nextCharacters(
  automata: readonly Automaton[],
  states: readonly number[],
  bases: number,
): Iterable<string> {
  for (let index = 0; index < bases; index++) {
    if (automata[index]!.namesAll(states[index]!)) {
      return automata[index]!.literals(states[index]!);
    }
  }
  const named = new Set<string>();
  let asked = 0;
  for (let index = 0; index < automata.length; index++) {
    asked |= automata[index]!.sets(states[index]!);
    for (const character of automata[index]!.literals(states[index]!)) {
      named.add(character);
    }
  }
  return [...unnamed(named, asked), ...named];
}

/** The text that alone matches, of a pattern without a choice. */
const onlyText = rememberedObjects((elements: Elements): string | undefined => {
  const characters = elements.map(({ literal, starred }) => (starred ? undefined : literal));
  return characters.every((each) => each?.length === 1) ? characters.join("") : undefined;
});

const automatonOf = rememberedObjects((elements: Elements) => new Automaton(elements));
