import { AwsClient } from "aws4fetch";

/** What signs a call. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** An answer of AWS's query protocol. */
export interface Answer {
  readonly ok: boolean;
  /** `AccessDenied`; none where the call succeeded. */
  readonly code?: string;
  readonly body: string;
}

const versions = { iam: "2010-05-08", sts: "2011-06-15", sqs: "2012-11-05" } as const;

/** Calls an emulator as AWS clients call AWS: signed, by the query protocol. */
export async function call(
  url: string,
  credentials: Credentials,
  service: keyof typeof versions,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const client = new AwsClient({ ...credentials, service, region: "us-east-1", retries: 0 });
  const response = await client.fetch(url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
    body: new URLSearchParams({
      Action: action,
      Version: versions[service],
      ...parameters,
    }).toString(),
  });
  const body = await response.text();
  const code = tag(body, "Code");
  return { ok: response.ok, body, ...(code !== undefined && { code }) };
}

/** As `call`, for what the test itself needs; anything but success fails the test. */
export async function mustCall(...args: Parameters<typeof call>): Promise<string> {
  const answer = await call(...args);
  if (!answer.ok) {
    throw new Error(`${args[2]}:${args[3]} failed: ${answer.body}`);
  }
  return answer.body;
}

/** The content of the first element of that name. */
export function tag(body: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1];
}

/** The credentials in an answer of CreateAccessKey or AssumeRole. */
export function credentialsIn(body: string): Credentials {
  const token = tag(body, "SessionToken");
  return {
    accessKeyId: tag(body, "AccessKeyId")!,
    secretAccessKey: tag(body, "SecretAccessKey")!,
    ...(token !== undefined && { sessionToken: token }),
  };
}
