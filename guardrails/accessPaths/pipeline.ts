import { KnownAccount, LandingZone } from "../../model/landingZone";
import { AccessPath } from "../accessPath";
import { changesRole } from "./roles";

const source = "Service Authorization Reference, AWS IAM (iam-data, September 2026)";

const ciAccount = (zone: LandingZone) => zone.deploy.trustedBy.split(":")[4]!;

const holdsCi = (zone: LandingZone, accounts: readonly KnownAccount[]) =>
  accounts.some(({ id }) => id === ciAccount(zone));

const providersOfCi = (zone: LandingZone) =>
  ["oidc-provider/*", "saml-provider/*"].map(
    (provider) => `arn:${zone.organization.partition}:iam::${ciAccount(zone)}:${provider}`,
  );

/** The pipeline behind the deploy role: an administrator of its account cannot become it. */
export const pipelinePaths: readonly AccessPath[] = [
  {
    id: "ProtectCiRole",
    title: "The CI role is changed and passed by the deploy role alone.",
    can: "change or pass the CI role",
    opens: "The deploy role of every account.",
    actions: [...changesRole, "iam:PassRole"],
    resources: (zone) => [zone.deploy.trustedBy],
    exists: holdsCi,
    attack: (zone) => ({ resources: [zone.deploy.trustedBy] }),
    exempt: ["deploy"],
    breaks: "Changes of the CI role outside the pipeline: make it before the guardrails.",
    source,
  },
  {
    id: "CiRoleOnlyByItsProvider",
    title:
      "The CI role is taken by its identity provider or by an AWS service, by no user or role.",
    can: "take the CI role instead of CI",
    opens:
      "The deploy role of every account, for whom a careless trust policy of the CI role lets in.",
    actions: ["sts:AssumeRole"],
    resources: (zone) => [zone.deploy.trustedBy],
    attack: (zone) => ({ resources: [zone.deploy.trustedBy] }),
    exempt: [],
    breaks: "A runner that assumes the CI role from a role of its own.",
    source: "docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
  },
  {
    id: "ProtectCiProviders",
    title: "Identity providers of the CI role's account are changed by the deploy role alone.",
    can: "change identity providers of CI",
    opens: "Tokens of one's own that the CI role trusts.",
    actions: [
      "iam:AddClientIDToOpenIDConnectProvider",
      "iam:UpdateOpenIDConnectProviderThumbprint",
      "iam:DeleteOpenIDConnectProvider",
      "iam:UpdateSAMLProvider",
      "iam:DeleteSAMLProvider",
    ],
    resources: providersOfCi,
    exists: holdsCi,
    attack: (zone) => ({ resources: providersOfCi(zone) }),
    exempt: ["deploy"],
    source,
  },
];
