import { Inputs } from "./inputCheck";
import { Need, Place, ResourceFacts, text } from "./facts";

const organizationId = "o-a1b2c3d4e5";

const organizationArn = ({ account }: Place, resource: string) =>
  `arn:aws:organizations::${account}:${resource}`;

const suffix = ({ serial }: Place) => serial.toString(36).padStart(8, "0");

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (2026-09) */
function controlPolicyLimit(inputs: Inputs): number {
  return text(inputs, "type") === "RESOURCE_CONTROL_POLICY" ? 5_120 : 10_240;
}

function needDocument(inputs: Inputs): Need[] {
  const id = text(inputs, "name");
  const error = `InvalidDocument: Document with name ${id} does not exist.`;
  return id.startsWith("AWS-") ? [] : [{ type: "aws:ssm/document:Document", id, error }];
}

/** Organizations and Systems Manager as far as the landing zone uses them. */
export const management: Readonly<Record<string, ResourceFacts>> = {
  "aws:organizations/organizationalUnit:OrganizationalUnit": {
    global: true,
    id: (inputs, place) =>
      `${text(inputs, "parentId")
        .replace(/^r-|^ou-/, "ou-")
        .slice(0, 7)}-${suffix(place)}`,
    computed: (_, place, id) => ({
      arn: organizationArn(place, `ou/${organizationId}/${id}`),
      accounts: [],
    }),
    unique: {
      key: (inputs) => `${text(inputs, "parentId")}/${text(inputs, "name")}`,
      error: "DuplicateOrganizationalUnitException",
    },
    autoName: "name",
    replaces: ["parentId"],
  },
  "aws:organizations/account:Account": {
    global: true,
    id: (_, { serial }) => `9${String(serial).padStart(11, "0")}`,
    computed: (_, place, id) => ({
      arn: organizationArn(place, `account/${organizationId}/${id}`),
      status: "ACTIVE",
      state: "ACTIVE",
      joinedMethod: "CREATED",
      joinedTimestamp: "2026-01-01T00:00:00Z",
    }),
    unique: { key: (inputs) => text(inputs, "email").toLowerCase(), error: "EMAIL_ALREADY_EXISTS" },
    autoName: "name",
    replaces: ["email", "name", "roleName", "iamUserAccessToBilling", "createGovcloud"],
  },
  "aws:organizations/policy:Policy": {
    global: true,
    id: (_, place) => `p-${suffix(place)}`,
    computed: (inputs, place, id) => ({
      arn: organizationArn(
        place,
        `policy/${organizationId}/${text(inputs, "type").toLowerCase()}/${id}`,
      ),
    }),
    unique: {
      key: (inputs) => `${text(inputs, "type")}/${text(inputs, "name")}`,
      error: "DuplicatePolicyException",
    },
    autoName: "name",
    replaces: ["type"],
    inUse: "PolicyInUseException: You must detach the policy before you delete it.",
    documents: [{ property: "content", limit: controlPolicyLimit }],
  },
  "aws:organizations/policyAttachment:PolicyAttachment": {
    global: true,
    id: (inputs) => `${text(inputs, "targetId")}:${text(inputs, "policyId")}`,
    unique: {
      key: (inputs) => `${text(inputs, "targetId")}:${text(inputs, "policyId")}`,
      error: "DuplicatePolicyAttachmentException",
    },
    replaces: ["policyId", "targetId"],
    needs: (inputs) => [
      {
        type: "aws:organizations/policy:Policy",
        id: text(inputs, "policyId"),
        error: `PolicyNotFoundException: There is no policy ${text(inputs, "policyId")}.`,
      },
    ],
  },
  "aws:ssm/document:Document": {
    id: (inputs) => text(inputs, "name"),
    computed: (inputs, { region, account }) => ({
      arn: `arn:aws:ssm:${region}:${account}:document/${text(inputs, "name")}`,
      defaultVersion: "1",
      latestVersion: "1",
      documentVersion: "1",
      owner: account,
      status: "Active",
      createdDate: "2026-01-01T00:00:00Z",
      hashType: "Sha256",
    }),
    unique: { key: (inputs) => text(inputs, "name"), error: "DocumentAlreadyExists" },
    autoName: "name",
    replaces: ["name", "documentType", "region"],
    inUse: "AssociatedInstances: You must disassociate a document before you can delete it.",
    documents: [{ property: "content", limit: () => 64 * 1024 }],
  },
  "aws:ssm/association:Association": {
    id: (_, place) => `association-${suffix(place)}`,
    computed: (_, { region, account }, id) => ({
      associationId: id,
      arn: `arn:aws:ssm:${region}:${account}:association/${id}`,
    }),
    replaces: ["name", "region"],
    needs: needDocument,
  },
};
