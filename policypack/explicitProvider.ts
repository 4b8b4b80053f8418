import { Subject, resourcePolicy } from "./policy";
import { allowedAccounts, assumedRole, providerSetting } from "./properties";
import { isOurs, stackOf } from "./unknown";

/** Without its own provider a resource lands in whatever account and region the caller's credentials point to. */
export const resourceHasExplicitProvider = resourcePolicy({
  name: "resource-has-explicit-provider",
  description:
    "An AWS resource must have an explicit provider that names its account, role and region.",
  severity: "high",
  remediationSteps:
    "Make an aws.Provider with allowedAccountIds, assumeRoles and region, and hand it to the resource or its parent.",
  checks: [{ types: ["aws:"], violations }],
});

/**
 * The engine's own names: `default`, then the version and the plugin's address where it is asked for one. An explicit
 * provider may start with the same word: ours bear the name of their account.
 * (DefaultName in pkg/resource/deploy/providers/provider.go of pulumi/pulumi)
 */
const defaultProvider = /^default(_(\d+_\d+_\d+(_.*)?|.*[./].*))?$/;

function* violations(subject: Subject) {
  const resource = `The resource '${subject.name}' (${subject.type})`;
  const { provider } = subject;
  if (provider === undefined || defaultProvider.test(provider.name)) {
    yield `${resource} must have an explicit provider, not the default one. Set 'provider' on it or on its parent.`;
    return;
  }
  const through = `${resource} must have a provider with`;
  const accounts = allowedAccounts(subject);
  if (accounts.length !== 1) {
    yield (
      `${through} one account in allowedAccountIds, but '${provider.name}' names ` +
      `${accounts.join(", ") || "none"}. Name the account that the resource belongs to.`
    );
  }
  if (!providerSetting(subject, "region")) {
    yield `${through} a region, but '${provider.name}' has none. Set it.`;
  }
  // Who bootstraps an account already stands in it: the deploy role does not exist yet.
  const bootstraps = isOurs(subject) && stackOf(subject).startsWith("bootstrap-");
  const role = assumedRole(subject);
  if (role === undefined && !bootstraps) {
    yield `${through} assumeRoles, but '${provider.name}' has none. Name the role that it works as.`;
  }
  const account = role?.split(":")[4] ?? "no account";
  if (role !== undefined && accounts.length === 1 && account !== accounts[0]) {
    yield (
      `${through} a role of the account ${accounts[0]}, but '${provider.name}' assumes one of ${account}. ` +
      "Make the two agree."
    );
  }
}
