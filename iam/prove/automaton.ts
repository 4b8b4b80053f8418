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
  private readonly byPlaces = new Map<string, number>();

  constructor(private readonly elements: Elements) {
    this.stateOf([]);
    this.start = this.stateOf(this.closed([0]));
  }

  step(state: number, character: string): number {
    const { places, next } = this.states[state]!;
    const known = next.get(character);
    if (known !== undefined) {
      return known;
    }
    const sets = setsOf(character);
    const reached = places.flatMap((place) => {
      const element = this.elements[place];
      return element !== undefined && takes(element, character, sets)
        ? [element.starred ? place : place + 1]
        : [];
    });
    const target = this.stateOf(this.closed(reached));
    next.set(character, target);
    return target;
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

  matches(text: string): boolean {
    let state = this.start;
    for (let index = 0; index < text.length && state !== dead; index++) {
      state = this.step(state, text[index]!);
    }
    return this.accepts(state);
  }

  /** The places and those behind stars that take no text. */
  private closed(places: readonly number[]): number[] {
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
    const key = places.join(" ");
    const known = this.byPlaces.get(key);
    if (known !== undefined) {
      return known;
    }
    const live = places.flatMap((place) => this.elements[place] ?? []);
    const state = {
      places,
      next: new Map<string, number>(),
      accepts: places.includes(this.elements.length),
      literals: [...new Set(live.flatMap(({ literal = "" }) => literal.split("")))],
      namesAll: live.every(({ literal }) => literal !== undefined),
    };
    this.byPlaces.set(key, this.states.length);
    return this.states.push(state) - 1;
  }
}

interface State {
  readonly places: readonly number[];
  readonly next: Map<string, number>;
  readonly accepts: boolean;
  readonly literals: readonly string[];
  readonly namesAll: boolean;
}

let nextId = 0;
