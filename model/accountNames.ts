/** Which accounts are in which OUs, so that a name or a path in the file becomes the accounts it stands for. */
export class AccountNames {
  private readonly positions = new Map<string, number>();
  private readonly members = new Map<string, string[]>();

  /** The accounts in the order of the file with the paths of their OUs. */
  constructor(accounts: Iterable<readonly [name: string, ou: string | undefined]>) {
    for (const [name, ou] of accounts) {
      this.positions.set(name, this.positions.size);
      for (const path of ou === undefined ? [] : pathAndAncestors(ou)) {
        const members = this.members.get(path) ?? [];
        members.push(name);
        this.members.set(path, members);
      }
    }
  }

  /** An OU, or a name that nothing has, without a single account below it. */
  isEmpty(target: string): boolean {
    return !this.positions.has(target) && !this.members.has(target);
  }

  /** Accounts in the order of the file, each once; an OU stands for all accounts below it, `*` for all. */
  expand(targets: "*" | readonly string[]): string[] {
    if (targets === "*") {
      return [...this.positions.keys()];
    }
    const names = new Set(
      targets.flatMap((target) =>
        this.positions.has(target) ? [target] : (this.members.get(target) ?? []),
      ),
    );
    return [...names].sort((a, b) => this.positions.get(a)! - this.positions.get(b)!);
  }
}

/** `a/b/c`, `a/b` and `a`. */
function pathAndAncestors(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, position) => parts.slice(0, parts.length - position).join("/"));
}
