import { exemptRoles } from "./reserved/exemptRoles";
import { ontoNodes } from "./reserved/ontoNodes";
import { otherConsoles } from "./reserved/otherConsoles";
import { attacksOn, usesOf } from "./reserved/reservedScenarios";
import { sessionDocuments } from "./reserved/sessionDocuments";
import { sessionExpiry } from "./reserved/sessionExpiry";
import { sessionLogs } from "./reserved/sessionLogs";
import { byTeamAdministrators } from "./by/teamAdministrator";
import { byUsers } from "./by/user";
import { byUsersAtHome } from "./by/userAtHome";
import { byOutsiders } from "./by/outsider";
import { byRootUsers } from "./by/rootUser";
import { byNodes } from "./by/node";
import { byExpiryFunctions, ofExpiryFunctions } from "./by/expiryFunction";
import { byDesktopUsers, ofDesktopUsers } from "./by/desktopUser";
import { byOsAccess } from "./by/osAccess";
import { identityAccount } from "./reserved/identityAccount";
import { byIdentityAdministrators } from "./by/identityAdministrator";
import { byPipelines } from "./by/pipeline";
import { byAutomation } from "./by/automation";
import { bySwitchRoles } from "./by/switchRole";
import { byPeople } from "./uses/people";
import { byNodesAtWork } from "./uses/nodes";
import { byPipelinesAtWork } from "./uses/pipelines";
import { inSessions } from "./uses/sessions";
import { assumptionAttacks, assumptionUses, otherAssumptions } from "./reserved/assumptions";
import { byServices, byStrangers } from "./by/stranger";
import { byRoleTakers } from "./by/roleTaker";
import { besideRevocations, byOldCredentials } from "./by/oldCredentials";
import { bySessionOwners, ofSessionOwners } from "./by/sessionOwner";
import { byWindowOwners, ofWindowOwners } from "./by/windowOwner";
import { ownPolicyAttacks, ownPolicyUses } from "./reserved/ownPolicies";
import { furtherProtection, furtherServices } from "./reserved/furtherServices";
import { Attack, Use } from "./world/scenario";

const reserved = [
  ...ontoNodes,
  ...otherConsoles,
  ...exemptRoles,
  ...sessionDocuments,
  ...sessionLogs,
  ...sessionExpiry,
  ...identityAccount,
  ...furtherServices,
  ...furtherProtection,
];

/** Every attack, by hand and from the lists of reserved calls. */
export const attacks: readonly Attack[] = [
  ...byTeamAdministrators,
  ...byUsers,
  ...byUsersAtHome,
  ...byOutsiders,
  ...byRoleTakers,
  ...byWindowOwners,
  ...bySessionOwners,
  ...byOldCredentials,
  ...byStrangers,
  ...byRootUsers,
  ...byNodes,
  ...byOsAccess,
  ...byDesktopUsers,
  ...byExpiryFunctions,
  ...byIdentityAdministrators,
  ...byPipelines,
  ...byAutomation,
  ...bySwitchRoles,
  ...assumptionAttacks,
  ...ownPolicyAttacks,
  ...reserved.flatMap((row) => attacksOn(row)),
];

/** Everything that must go on working. */
export const uses: readonly Use[] = [
  ...byPeople,
  ...inSessions,
  ...byNodesAtWork,
  ...byPipelinesAtWork,
  ...ofWindowOwners,
  ...ofSessionOwners,
  ...ofDesktopUsers,
  ...besideRevocations,
  ...byServices,
  ...ofExpiryFunctions,
  ...assumptionUses,
  ...ownPolicyUses,
  ...otherAssumptions,
  ...reserved.flatMap((row) => usesOf(row)),
];
