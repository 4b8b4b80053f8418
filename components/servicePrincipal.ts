import { Partition } from "../model/landingZone";

/**
 * Domain under which a service principal of that partition is named. Only services whose principal follows the
 * partition take it (EC2, CloudWatch Logs); Systems Manager is `ssm.amazonaws.com` everywhere.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export function serviceDomain(partition: Partition): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}
