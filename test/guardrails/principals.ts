import { factory, identity, role, web } from "./underGuardrails";

export const admin = role(web, "Administrator");
export const identityAdmin = role(identity, "Administrator");
export const deploy = role(web, "SekishoDeploy");
export const identityDeploy = role(identity, "SekishoDeploy");
export const patching = role(web, "PatchAutomation");
export const osAccess = role(web, "OSAccess");
export const tokenRole = role(factory, "SSM-JustInTimeAccessTokenRole");
export const ci = "arn:aws:iam::222222222222:role/sekisho-ci";
export const node = `arn:aws:ec2:us-east-1:${web}:instance/i-1`;
export const document = (name: string, account = web) =>
  `arn:aws:ssm:us-east-1:${account}:document/${name}`;
export const logGroup = `arn:aws:logs:us-east-1:${web}:log-group:/sekisho/sessions`;
export const bucket = `arn:aws:s3:::sekisho-session-logs-${web}`;
export const keyPair = `arn:aws:ec2:us-east-1:${web}:key-pair/mine`;
/** What ends sessions: the function, its schedule, its alarm. */
export const expiryFunction = `arn:aws:lambda:us-east-1:${web}:function:SekishoSessionExpiry`;
export const expirySchedule = `arn:aws:events:us-east-1:${web}:rule/SekishoSessionExpiry`;
export const expiryAlarm = `arn:aws:cloudwatch:us-east-1:${web}:alarm:SekishoSessionExpiry`;
