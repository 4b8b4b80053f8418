/*
 * Accounts that policies treat alike can be asked about once: no rule of IAM looks at an id but by comparing it as a whole,
 * so that swapping two ids which every text names in the same way changes nothing.
 */

/**
 * Stands for the id of the account itself in planned texts, so that accounts with the same documents are seen to have
 * them. No ARN and no policy of ours contains it.
 */
export const ownAccount = "{account}";

/** The text for one account. */
export function ofAccount(text: string, id: string): string {
  return text.replaceAll(ownAccount, id);
}

/** The text with its own account's id taken out; a longer number or word that ends in the id stays. */
export function withoutAccount(text: string, id: string): string {
  if (!text.includes(id)) {
    return text;
  }
  return text.replaceAll(new RegExp(`(?<![A-Za-z\\d])${id}(?!\\d)`, "g"), ownAccount);
}

/**
 * Whether a policy or a question, as JSON, could tell two ids apart otherwise than as wholes: by digits beside a wildcard,
 * which may fit the one and not the other, by an id or a variable in a longer word, or by their size.
 */
export function readsIntoIds(text: string): boolean {
  return pieces.test(text) || sizes.test(text);
}

const pieces = /(?<![A-Za-z\d])\d{1,12}[*?]|[*?]\d|[A-Za-z\d*?]\$?\{|\}[\d*?]/;
const sizes = /\bNumeric(?:[^}]|\$\{[^}]*\})*?:\w*(?:account|owner|userid)\b/i;

/**
 * Which accounts texts name, and how. Two that every list names in the same way can be swapped without changing a text,
 * and so can two that no text names.
 */
export class NamedAccounts {
  private readonly places = new Map<string, string[]>();
  private readonly apart: boolean;

  /** The texts are JSON. */
  constructor(texts: readonly string[]) {
    this.apart = texts.some(readsIntoIds);
    texts.forEach((text, index) => this.read(JSON.parse(text), `${index}`));
  }

  /** Equal for accounts that the texts treat alike, and empty for one that they do not name. */
  groupOf(id: string): string {
    return this.apart ? id : (this.places.get(id) ?? []).sort().join();
  }

  /** The order of a list of texts tells nothing in a policy, that of anything else is part of the place. */
  private read(value: unknown, place: string): void {
    if (typeof value === "string") {
      for (const [id] of value.matchAll(/(?<!\d)\d{12}(?!\d)/g)) {
        const places = this.places.get(id) ?? [];
        this.places.set(id, places);
        places.push(`${place}=${withoutAccount(value, id)}`);
      }
    } else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        const inList = Array.isArray(value) && typeof part === "string";
        this.read(part, inList ? place : `${place}.${key}`);
      }
    }
  }
}
