/* The example's accounts by id, and what stands in them: attacks name things by ARN, as a caller does. */

export const management = "111111111111";
export const identity = "222222222222";
export const audit = "333333333333";
export const web = "444444444444";
export const payments = "555555555555";
export const windows = "666666666666";
export const factory = "777777777777";
export const staging = "888888888888";
export const webDevelopment = "999999999999";
export const data = "121212121212";
export const build = "131313131313";
/** An account of another organization. */
export const stranger = "686868686868";

/** An account and a region in which something happens. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

export const home: Place = { account: web, region: "ap-northeast-1" };

/** Two places, so that a statement that holds in one of them only is seen. */
export const places: readonly Place[] = [home, { account: windows, region: "us-east-1" }];

const regional = (service: string, resource: string) => (place: Place) =>
  `arn:aws:${service}:${place.region}:${place.account}:${resource}`;

export const instance = regional("ec2", "instance/i-0aaaaaaaaaaaaaaa1");
export const managedInstance = regional("ssm", "managed-instance/mi-0aaaaaaaaaaaaaaa1");
export const document = (place: Place, name: string) => regional("ssm", `document/${name}`)(place);
export const preferences = regional("ssm", "document/SSM-SessionManagerRunShell");
export const hardening = regional("ssm", "document/Sekisho-OsHardening");
/** AWS's own documents have no account in their ARN. */
export const awsDocument = ({ region }: Place, name: string) =>
  `arn:aws:ssm:${region}::document/${name}`;
export const sessionOf = (place: Place, user: string) =>
  regional("ssm", `session/${user}-0aaaaaaaaaaaaaaa1`)(place);
export const sessionKey = regional("kms", "key/sekisho-session");
export const sessionLogKey = regional("kms", "key/sekisho-session-logs");
export const logGroup = regional("logs", "log-group:/sekisho/sessions");
export const logStream = regional("logs", "log-group:/sekisho/sessions:log-stream:alice-0aaaaaaa");
export const bucket = ({ account }: Place) => `arn:aws:s3:::sekisho-session-logs-${account}`;
export const transcript = (place: Place) => `${bucket(place)}/sessions/alice-0aaaaaaaaaaaaaaa1.log`;
export const role = ({ account }: { account: string }, name: string) =>
  `arn:aws:iam::${account}:role/${name}`;
