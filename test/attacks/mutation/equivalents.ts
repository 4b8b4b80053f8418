/** Mutants that no request can tell from the original, and why. */
export interface Equivalent {
  /** Their names fit this. */
  readonly mutants: RegExp;
  readonly reason: string;
}

const trust = "^(OSAccess|SessionAuditor|ReadOnly|Administrator) trust IdentityUsersWithMfa: ";

/** A mutant that is killed all the same does not belong here, and the test says so. */
export const equivalents: readonly Equivalent[] = [
  {
    mutants:
      /^SCP OnlyHardeningIsAssociated: ArnNotLike aws:PrincipalArn .*(:role\/\*PatchAutomation|PatchAutomation\*|(TeamAdmin|OSAccess|SessionAuditor) as well)$/,
    reason:
      "OnlyAutomationSchedulesCommands denies the same calls to everybody but the automation roles and the deploy role, so this one is asked about the deploy role alone.",
  },
  {
    mutants:
      /^SCP NoOsAccessBesideJustInTime: (ArnNotLike aws:PrincipalArn .*( as arn:aws:iam::(\*:role\/|777777777777:role\/\*)SSM-JustInTimeAccessTokenRole|Role\*|(PatchAutomation|SekishoDeploy|SessionAuditor|TeamAdmin) as well)|spares accounts)$/,
    reason:
      "It is about one account, and there OnlyOsAccessStartsSessions and OnlyOsAccessReadsWindowsPasswords deny the same to everybody but OSAccess and the token role.",
  },
  {
    mutants:
      /^SCP OnlyOsAccessStartsSessions: .* as arn:aws:iam::777777777777:role\/(\*SSM-JustInTimeAccessTokenRole|SSM-JustInTimeAccessTokenRole\*)$/,
    reason:
      "The accounts that this exemption names are under NoOsAccessBesideJustInTime, which spares the exact name only.",
  },
  {
    mutants:
      /^SCP UsersKeepTheirOwnCredentials: (without ArnNotLike aws:PrincipalArn|ArnNotLike aws:PrincipalArn (arn|with))/,
    reason: "It is about users, and no exempt role is a user.",
  },
  {
    mutants: /^SCP UsersKeepTheirOwnCredentials: without StringEquals aws:PrincipalType$/,
    reason: "Who is no user is denied the same calls by NobodyActsForAUser.",
  },
  {
    mutants:
      /^RCP (AutomationRolesOnlyByServices|AutomationRolesOnlyInOrganization|CiRoleOnlyByItsProvider): BoolIfExists aws:PrincipalIsAWSService by Bool$/,
    reason:
      "Every signed request carries the key, and sts:AssumeRole is signed: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice",
  },
  {
    mutants: /^RCP ExemptRolesNotByFederation: spares accounts$/,
    reason: "A federated caller has no account.",
  },
  {
    mutants:
      /^RCP (OsAccess|Reader)OnlyByUsers: StringEquals aws:PrincipalType (without Account|Account as Accountx)$/,
    reason:
      "Root users assume no role: docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
  },
  {
    mutants: new RegExp(
      `${trust}Principal (widened to everybody|with a (Federated|Service) as well)$`,
    ),
    reason:
      "aws:PrincipalArn must be that of a user of the identity account, and neither a service nor a federated caller has one.",
  },
  {
    mutants: new RegExp(
      `^OSAccess trust IdentityUsersWithMfa: (without Bool aws:MultiFactorAuthPresent|Bool aws:MultiFactorAuthPresent by BoolIfExists|NumericLessThan aws:MultiFactorAuthAge by NumericLessThanIfExists)$`,
    ),
    reason:
      "MFA is asked for twice: the age is there only with MFA: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthage",
  },
  {
    mutants:
      /^SekishoDeploy trust DeclaredCiRole: Principal (widened to everybody|with a (Federated|Service) as well)$/,
    reason: "aws:PrincipalArn must be that of the CI role.",
  },
  {
    mutants: /^Sekisho(Hybrid)?Node trust \w+: Principal with a Federated as well$/,
    reason: "Federated callers come by other actions than sts:AssumeRole.",
  },
  {
    mutants: /^SekishoHybridNode trust ManagedNodes: Principal widened to everybody$/,
    reason:
      "Only services send aws:SourceArn and aws:SourceAccount, and only Systems Manager with an ARN of its own: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn",
  },
  {
    mutants:
      /^os-access\/SessionGrants-1 Grantwindowsupdate202612x3: arn:aws:ec2:\*:ACCOUNT:instance\/\* widened to \*$/,
    reason:
      "ec2:GetPasswordData is about instances alone, and nobody reads one of another account by an Allow of his own.",
  },
  {
    mutants:
      /^os-access\/SessionGrants-1 NoPassworderin(x2)?: (without StringLike aws:userid|StringLike aws:userid \*:erin as )/,
    reason: "NoPasswordWithoutGrant denies everybody else the same at any time.",
  },
  {
    mutants:
      /^os-access\/SessionGrants-1 Grantwindowsupdate202612x3: (without (StringLike aws:userid|Date)|StringLike aws:userid \*:erin as |DateLessThan aws:CurrentTime by |DateGreaterThanEquals aws:CurrentTime \S+ as 2026-12-08T00:59:59|DateLessThan aws:CurrentTime \S+ as 2026-12-08T09:00:01)/,
    reason:
      "NoPasswordWithoutGrant and NoPassworderin deny the call to others and outside the window: AWS's ReadOnlyAccess allows it as well.",
  },
  {
    mutants:
      /^OSAccess Deny NoTranscriptsInCloudWatch: without logs:(GetQueryResults|ListAnomalies)$/,
    reason: "NoQueryResults denies both on everything.",
  },
  {
    mutants:
      /^log bucket (\w+: Principal narrowed to one account|OnlyOrganization: (without )?BoolIfExists aws:PrincipalIsAWSService( by Bool)?)$/,
    reason:
      "The policy allows nobody anything, so that services and other accounts have nothing to lose.",
  },
  {
    mutants:
      /^key sekisho-session(-logs)? (Administration|OpenSessions|TakeSessions): Principal (widened to everybody|with a (Federated|Service) as well)$/,
    reason: "aws:PrincipalArn must be that of a role of the account.",
  },
  {
    mutants:
      /^key sekisho-session(-logs)? (Description|LogGroup): Principal with a Federated as well$/,
    reason: "Federated callers call nothing but AWS STS before they are somebody of an account.",
  },
  {
    mutants:
      /^key sekisho-session-logs LogGroup: kms:(Decrypt|Encrypt)\* narrowed to kms:(Decrypt|Encrypt)$/,
    reason: "AWS KMS has no other action of that beginning.",
  },
];

/** Why a surviving mutant changes nothing; undefined if nobody says so. */
export function reasonOf(mutant: string): string | undefined {
  return equivalents.find(({ mutants }) => mutants.test(mutant))?.reason;
}
