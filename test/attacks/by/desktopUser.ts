import { taggedInstance } from "../world/entering";
import { osAccess } from "../world/people";
import { Context } from "../../../iam/request";
import {
  awsDocument,
  instance,
  Place,
  preferences,
  sessionOf,
  stranger,
  windows,
} from "../world/places";
import { Attack, Step, Use } from "../world/scenario";
import { grantsAlone, withoutReadOnlyAccess } from "./sessionOwner";
import { othersThan } from "./sessionRights";
import { second, starts, twice } from "./osAccessAttempt";

const erin = osAccess(windows, "erin");
const windowsPlace: Place = { account: windows, region: "ap-northeast-1" };
const wrongTag = { "aws:ResourceTag/os-access": "denied" };

/** erin's grant of windows-production is for RDP alone. */
const first = "2026-12-08T01:00:00Z";
const outside = ["2026-12-08T00:59:59Z", "2026-12-08T09:00:00Z", "2026-12-15T05:00:00Z"];
const inWindow = { "aws:CurrentTime": first };
const viaFleetManager = { "aws:CalledVia": ["ssm-guiconnect.amazonaws.com"] };

interface Attempt {
  readonly name?: string;
  readonly at?: string;
  /** Of the call by which Fleet Manager starts the session. */
  readonly context?: Context;
}

/** Every call on the way to a desktop. */
function opensDesktop({ name = "erin", at = first, context = viaFleetManager }: Attempt): Step[] {
  return [windowsPlace, second(windows)].flatMap((place) => {
    const as = osAccess(windows, name);
    const now = { "aws:CurrentTime": at };
    return [
      {
        ...starts(as, [
          taggedInstance(place),
          awsDocument(place, "AWS-StartPortForwardingSession"),
        ]),
        context: { ...now, ...context },
      },
      ...["ssm-guiconnect:StartConnection", "ssm:ResumeSession", "ssmmessages:OpenDataChannel"].map(
        (call) => ({ as, call, on: [ownSession(place, name)], context: now }),
      ),
      { as, call: "ec2:GetPasswordData", on: [taggedInstance(place)], context: now },
    ];
  });
}

const ownSession = (place: Place, name: string) => ({
  arn: sessionOf(place, name),
  context: { "ssm:resourceTag/aws:ssmmessages:session-id": `AROA${windows}OSACCESS:${name}` },
});

/** erin works in the first second of her window and in the last. */
export const ofDesktopUsers: readonly Use[] = [first, "2026-12-08T08:59:59Z"].map((at) => ({
  name: `erin opens desktops at ${at}, takes her session up again and carries it on`,
  given: [withoutReadOnlyAccess],
  steps: opensDesktop({ at }),
}));

const onlyGrants = (name: string, step: Step): Attack => ({
  name: `${name} calls ${step.call} in ${regionOf(step)} where only grants are left`,
  given: grantsAlone,
  steps: [step],
  because: ["no identity"],
});

function regionOf({ on = [] }: Step): string {
  const [arn] = on;
  return (typeof arn === "string" ? arn : arn!.arn).split(":")[3]!;
}

/** A password is read by AWS's ReadOnlyAccess too: there a Deny holds, whatever is attached. */
const refused = (name: string, step: Step, sid: string): Attack[] =>
  step.call === "ec2:GetPasswordData"
    ? twice(windows, `${name} calls ${step.call} in ${regionOf(step)}`, step, sid)
    : [onlyGrants(name, step)];

const outOfWindow: readonly Attack[] = [
  ...outside.flatMap((at, index) =>
    opensDesktop({ at }).flatMap((step) => [
      ...refused(
        `erin, given RDP in windows-production, at ${at}`,
        step,
        index === 0 ? "NoPassworderin" : "NoPassworderinx2",
      ),
      ...(step.call === "ec2:GetPasswordData"
        ? []
        : [
            {
              name: `erin, given RDP in windows-production, calls ${step.call} in ${regionOf(step)} at ${at}`,
              steps: [step],
              because: ["no identity"],
            },
          ]),
    ]),
  ),
  ...othersThan("erin").flatMap((name) =>
    opensDesktop({ name }).flatMap((step) =>
      refused(`${name}, in erin's window of RDP,`, step, "NoPasswordWithoutGrant"),
    ),
  ),
  ...[undefined, "cloudformation.amazonaws.com"].flatMap((by) =>
    opensDesktop({ context: by === undefined ? {} : { "aws:CalledVia": [by] } })
      .filter(({ call }) => call === "ssm:StartSession")
      .map((step) =>
        onlyGrants(`erin, ${by === undefined ? "by herself" : `through ${by}`},`, step),
      ),
  ),
  ...[windowsPlace, second(windows)].flatMap((place) => {
    const now = inWindow;
    const [begins] = opensDesktop({}) as [Step];
    const untagged = [instance(place), { arn: instance(place), context: wrongTag }];
    return [
      onlyGrants("erin, given RDP alone, opens a shell and", {
        ...starts(erin, [taggedInstance(place), preferences(place)]),
        context: { ...now, ...viaFleetManager },
      }),
      onlyGrants("erin, given RDP alone, opens SSH and", {
        ...starts(erin, [taggedInstance(place), awsDocument(place, "AWS-StartSSHSession")]),
        context: { ...now, ...viaFleetManager },
      }),
      onlyGrants("erin, given RDP here, enters a node of another account and", {
        ...begins,
        on: [taggedInstance({ ...place, account: stranger }), ...begins.on!.slice(1)],
      }),
      ...untagged.map((node, index) =>
        onlyGrants(`erin, on a node ${["without the tag", "with another tag"][index]},`, {
          as: erin,
          call: "ec2:GetPasswordData",
          on: [node],
          context: now,
        }),
      ),
      onlyGrants("erin, of a node in another account,", {
        as: erin,
        call: "ec2:GetPasswordData",
        on: [taggedInstance({ ...place, account: stranger })],
        context: now,
      }),
      ...["ssm:SendCommand", "ssm:TerminateSession"].map((call) =>
        onlyGrants("erin, given RDP,", {
          as: erin,
          call,
          on: [call === "ssm:SendCommand" ? taggedInstance(place) : sessionOf(place, "mallory")],
          context: { ...now, ...viaFleetManager },
        }),
      ),
    ];
  }),
];

/** Whoever is in OSAccess by right where RDP is a channel, and wants more than that. */
export const byDesktopUsers: readonly Attack[] = [
  ...outOfWindow,
  ...twice(
    windows,
    "forwards a port where only RDP may",
    starts(erin, [
      taggedInstance(windowsPlace),
      awsDocument(windowsPlace, "AWS-StartPortForwardingSession"),
    ]),
    "NoPortForwarding",
  ),
  ...twice(
    windows,
    "forwards a port through a service that is not Fleet Manager",
    starts(
      erin,
      [taggedInstance(windowsPlace), awsDocument(windowsPlace, "AWS-StartPortForwardingSession")],
      { "aws:CalledVia": ["cloudformation.amazonaws.com"] },
    ),
    "NoPortForwarding",
  ),
  ...twice(
    windows,
    "forwards a port in the second region",
    starts(erin, [
      taggedInstance({ account: windows, region: "us-east-1" }),
      awsDocument({ account: windows, region: "us-east-1" }, "AWS-StartPortForwardingSession"),
    ]),
    "NoPortForwarding",
  ),
  ...twice(
    windows,
    "reads the password of an instance of the second region without the tag",
    { as: erin, call: "ec2:GetPasswordData", on: [instance(second(windows))], context: inWindow },
    "NoUntaggedPassword",
  ),
  ...twice(
    windows,
    "reads the password of an instance without the tag",
    { as: erin, call: "ec2:GetPasswordData", on: [instance(windowsPlace)], context: inWindow },
    "NoUntaggedPassword",
  ),
  ...twice(
    windows,
    "reads the password of an instance in a region that is not declared",
    {
      as: erin,
      call: "ec2:GetPasswordData",
      on: [taggedInstance({ account: windows, region: "eu-west-1" })],
      context: inWindow,
    },
    "NoUndeclaredPassword",
  ),
];
