/**
 * What `aws:PrincipalType` says of everybody with an account who is no IAM user.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
export const notUsers: readonly string[] = ["Account", "AssumedRole", "FederatedUser"];
