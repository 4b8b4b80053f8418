import { Fault, quoted } from "../fault";
import { Partition } from "../landingZone";
import { declares, Draft, unknownName } from "./draft";

/** The accounts that everything hangs on, and that the regions and ARNs are those of the partition. */
export function* checkOrganization({ input, source }: Draft): Generator<Fault> {
  const { organization, regions = [], deploy } = input;
  if (organization === undefined) {
    return;
  }
  for (const key of ["management", "identity"] as const) {
    const name = organization[key];
    const path = ["organization", key];
    if (!declares(source, "accounts", name)) {
      yield unknownName(source, path, name, "an account of accounts", source.keys("accounts"));
    } else if (source.has("accounts", name) && !source.has("accounts", name, "id")) {
      const found = `found ${quoted(name)}, which has no id`;
      yield source.fault(path, `${found}, allowed is an account whose id is known: write its id.`);
    }
  }
  if (organization.identity === organization.management) {
    const found = `found ${quoted(organization.identity)}, the management account`;
    const allowed = "another account, because SCPs do not reach the management account's users";
    yield source.fault(
      ["organization", "identity"],
      `${found}, allowed is ${allowed}: name another account.`,
    );
  }

  const { partition } = organization;
  for (const [position, region] of regions.entries()) {
    if (partitionOf(region) !== partition) {
      const found = `found ${quoted(region)}, a region of ${partitionOf(region)}`;
      yield source.fault(
        ["regions", position],
        `${found}, allowed are regions of the partition ${partition}: correct one of the two.`,
      );
    }
  }
  const arns: [(string | number)[], string][] = [
    ...(deploy === undefined ? [] : ([[["deploy", "trustedBy"], deploy.trustedBy]] as const)).map(
      ([path, arn]): [(string | number)[], string] => [[...path], arn],
    ),
    ...Object.entries(input.roles ?? {}).flatMap(([name, { policies }]) =>
      policies.map((arn, position): [(string | number)[], string] => [
        ["roles", name, "policies", position],
        arn,
      ]),
    ),
  ];
  for (const [path, arn] of arns) {
    if (arn.split(":")[1] !== partition) {
      yield source.fault(
        path,
        `found ${quoted(arn)}, allowed is an ARN of the partition ${partition}: correct one of the two.`,
      );
    }
  }
}

function partitionOf(region: string): Partition {
  return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
