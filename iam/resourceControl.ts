/**
 * Service prefixes whose actions RCPs apply to. A service that is not listed, or not yet, counts as not covered, so that
 * no RCP is taken for a protection that it is not.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html, 2026-09-26
 */
const covered = new Set(
  (
    "appstream dsql clouddirectory cloudfront cloudsearch logs networkmonitor cognito-identity cognito-idp comprehend " +
    "comprehendmedical firehose dynamodb dax autoscaling ecr ecr-public gamelift inspector-scan kendra kinesisvideo " +
    "memorydb aoss personalize polly s3 swf sqs textract timestream-influxdb transcribe translate workspaces appconfig " +
    "autoscaling-plans budgets servicediscovery cloudtrail-data codeartifact codebuild codecommit codepipeline " +
    "compute-optimizer cost-optimization-hub events fms fis health rolesanywhere kms opensearch pricing " +
    "pca-connector-ad resource-groups secretsmanager sts signin support transfer notifications wafv2 xray"
  ).split(" "),
);

/** Whether RCPs have a say in the action, given in small letters. */
export function isUnderResourceControl(action: string): boolean {
  return action !== "kms:retiregrant" && covered.has(action.slice(0, action.indexOf(":")));
}
