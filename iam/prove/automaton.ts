import { setsOf } from "./characters";
import { Elements, takes } from "./elements";

/** The state from which nothing matches any more. */
export const dead = 0;

/**
 * A pattern as a deterministic automaton whose states are made when they are first reached: a state is the set of places in
 * the pattern that the text so far may have come to.
 */
export class Automaton {
  /** No other automaton has it. */
  readonly id = nextId++;
  readonly start: number;
  private readonly states: State[] = [];
  private readonly byPlaces = new Map<string | number, number>();

  constructor(private readonly elements: Elements) {
    this.stateOf([]);
    this.start = this.stateOf(this.closed([0]));
  }

  step(state: number, character: string): number {
    const { namesAll, literals, next } = this.states[state]!;
    if (namesAll && !literals.includes(character)) {
      return dead;
    }
    const code = character.charCodeAt(0);
    const known = next[code];
    if (known !== undefined) {
      return known;
    }
    const target = this.reached(this.states[state]!.places, character);
    next[code] = target;
    return target;
  }

  private reached(places: readonly number[], character: string): number {
    const sets = setsOf(character);
    const reached: number[] = [];
    for (const place of places) {
      const element = this.elements[place];
      if (element !== undefined && takes(element, character, sets)) {
        reached.push(element.starred ? place : place + 1);
      }
    }
    return this.stateOf(this.closed(reached));
  }

  /** How many places the pattern has. */
  get length(): number {
    return this.elements.length;
  }

  accepts(state: number): boolean {
    return this.states[state]!.accepts;
  }

  /** The characters that the pattern names at this state. */
  literals(state: number): readonly string[] {
    return this.states[state]!.literals;
  }

  /** Whether nothing but those characters leads on. */
  namesAll(state: number): boolean {
    return this.states[state]!.namesAll;
  }

  /** The sets of characters that lead on, as bits. */
  sets(state: number): number {
    return this.states[state]!.sets;
  }

  matches(text: string): boolean {
    let state = this.start;
    for (let index = 0; index < text.length && state !== dead; index++) {
      state = this.step(state, text[index]!);
    }
    return this.accepts(state);
  }

  /** The places and those behind stars that take no text. */
  private closed(places: readonly number[]): readonly number[] {
    const [only] = places;
    if (only === undefined || (places.length === 1 && !this.elements[only]?.starred)) {
      return places;
    }
    const all = new Set<number>();
    for (let place of places) {
      all.add(place);
      while (this.elements[place]?.starred) {
        all.add(++place);
      }
    }
    return [...all].sort((left, right) => left - right);
  }

  private stateOf(places: readonly number[]): number {
    const key = places.length === 1 ? places[0]! : places.join(" ");
    const known = this.byPlaces.get(key);
    if (known !== undefined) {
      return known;
    }
    let [sets, literals] = [0, ""];
    let namesAll = true;
    for (const place of places) {
      const element = this.elements[place];
      if (element !== undefined) {
        sets |= element.set;
        literals += element.literal ?? "";
        namesAll &&= element.literal !== undefined;
      }
    }
    const accepts = places.at(-1) === this.elements.length;
    this.byPlaces.set(key, this.states.length);
    const named = literals.length > 1 ? [...new Set(literals.split(""))] : [...literals];
    return this.states.push({ places, next: [], accepts, literals: named, sets, namesAll }) - 1;
  }
}

interface State {
  readonly places: readonly number[];
  /** Where the characters lead, by their code. */
  readonly next: number[];
  readonly accepts: boolean;
  readonly literals: readonly string[];
  readonly sets: number;
  readonly namesAll: boolean;
}

let nextId = 0;
