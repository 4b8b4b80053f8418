import { Fault, quoted } from "../fault";
import { inOrder } from "../records";
import { declares, Draft, FirstPlaces, unknownName } from "./draft";
import { checkOwnership } from "./organizationalUnits";

/** Words that a reader, or a shell, would take for more than one account. */
const reservedNames = new Set(["all", "none", "root"]);

/** Each account is one account: its name, id and address are its own, and its OU exists. */
export function* checkAccounts({ input, source }: Draft): Generator<Fault> {
  const organizationalUnits = source.keys("organizationalUnits");
  const declaredUnits = new Set(organizationalUnits);
  const regions = new Set(input.regions);
  const names = new FirstPlaces<string>();
  const ids = new FirstPlaces<string>();
  const emails = new FirstPlaces<string>();
  for (const [name, account] of inOrder(input.accounts, source.keys("accounts"))) {
    const at = ["accounts", name];
    const again = (key: string, value: string, first: string, what: string) =>
      source.fault(
        [...at, key],
        `found ${quoted(value)}, which ${quoted(first)} has too, allowed is ${what} of one account: correct one.`,
      );

    const sameName = names.add(name.toLowerCase(), name);
    if (reservedNames.has(name.toLowerCase())) {
      const allowed = "a name other than all, none and root";
      yield source.fault(
        at,
        `found the name ${quoted(name)}, allowed is ${allowed}: rename it.`,
        "key",
      );
    } else if (declaredUnits.has(name)) {
      const found = `found the name ${quoted(name)}, which an OU has too`;
      const allowed = "a name of its own, because guardrails.attach names both";
      yield source.fault(at, `${found}, allowed is ${allowed}: rename the account.`, "key");
    } else if (sameName !== undefined) {
      const found = `found the name ${quoted(name)} beside ${quoted(sameName)}`;
      const allowed = "names that differ by more than case";
      yield source.fault(at, `${found}, allowed are ${allowed}: rename one.`, "key");
    }

    const { id, email, ou } = account;
    yield* checkOwnership(at, "account", source);
    const sameId = id === undefined ? undefined : ids.add(id, name);
    if (id !== undefined && sameId !== undefined) {
      yield again("id", id, sameId, "the id");
    }
    const sameEmail = emails.add(email.toLowerCase(), name);
    if (sameEmail !== undefined) {
      yield again("email", email, sameEmail, "the e-mail address");
    }
    if (ou !== undefined && !declares(source, "organizationalUnits", ou)) {
      const kind = "an OU of organizationalUnits";
      yield unknownName(source, [...at, "ou"], ou, kind, organizationalUnits);
    }
    for (const [position, region] of account.adopt.entries()) {
      if (input.regions !== undefined && !regions.has(region)) {
        const kind = "a region of regions";
        yield unknownName(source, [...at, "adopt", position], region, kind, input.regions);
      }
    }
  }
}
