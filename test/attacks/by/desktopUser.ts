import { taggedInstance } from "../world/entering";
import { osAccess } from "../world/people";
import { awsDocument, instance, windows, Place } from "../world/places";
import { Attack } from "../world/scenario";
import { second, starts, twice } from "./osAccessAttempt";

const erin = osAccess(windows, "erin");
const windowsPlace: Place = { account: windows, region: "ap-northeast-1" };

/** Whoever is in OSAccess by right where RDP is a channel, and wants more than that. */
export const byDesktopUsers: readonly Attack[] = [
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
    { as: erin, call: "ec2:GetPasswordData", on: [instance(second(windows))] },
    "NoUntaggedPassword",
  ),
  ...twice(
    windows,
    "reads the password of an instance without the tag",
    { as: erin, call: "ec2:GetPasswordData", on: [instance(windowsPlace)] },
    "NoUntaggedPassword",
  ),
  ...twice(
    windows,
    "reads the password of an instance in a region that is not declared",
    {
      as: erin,
      call: "ec2:GetPasswordData",
      on: [taggedInstance({ account: windows, region: "eu-west-1" })],
    },
    "NoUndeclaredPassword",
  ),
];
