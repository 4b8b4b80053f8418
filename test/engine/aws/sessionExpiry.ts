import { Inputs } from "./inputCheck";
import { Need, Place, ResourceFacts, text } from "./facts";

const arn = (service: string, { region, account }: Place, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

const lambda = "aws:lambda/function:Function";
const rule = "aws:cloudwatch/eventRule:EventRule";
const missing = "ResourceNotFoundException";

const needFunction = (property: string) => (inputs: Inputs) => [
  { type: lambda, id: text(inputs, property), error: `${missing}: Function not found.` },
];

/** AWS takes a role that is there and, as the stand-in has it, one of the account; its log group too. */
function needsOfFunction(inputs: Inputs): Need[] {
  const { logGroup } = (inputs.loggingConfig ?? {}) as { logGroup?: string };
  return logGroup === undefined
    ? []
    : [
        {
          type: "aws:cloudwatch/logGroup:LogGroup",
          id: logGroup,
          error: `${missing}: The log group ${logGroup} does not exist.`,
        },
      ];
}

/** Functions, schedules and alarms as far as the end of sessions uses them. */
export const sessionExpiry: Readonly<Record<string, ResourceFacts>> = {
  [lambda]: {
    id: (inputs) => text(inputs, "name"),
    computed: (inputs, place) => ({
      arn: arn("lambda", place, `function:${text(inputs, "name")}`),
    }),
    unique: { key: (inputs) => text(inputs, "name"), error: "ResourceConflictException" },
    autoName: "name",
    replaces: ["name", "region"],
    needs: needsOfFunction,
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": {
    id: (inputs) => text(inputs, "functionName"),
    replaces: ["functionName", "qualifier", "region"],
    needs: needFunction("functionName"),
  },
  "aws:lambda/permission:Permission": {
    id: (inputs) => text(inputs, "statementId"),
    unique: {
      key: (inputs) => `${text(inputs, "function")} ${text(inputs, "statementId")}`,
      error: "ResourceConflictException",
    },
    autoName: "statementId",
    replaces: ["action", "function", "principal", "region", "sourceArn", "statementId"],
    needs: needFunction("function"),
  },
  [rule]: {
    id: (inputs) => text(inputs, "name"),
    computed: (inputs, place) => ({ arn: arn("events", place, `rule/${text(inputs, "name")}`) }),
    autoName: "name",
    replaces: ["name", "namePrefix", "region"],
    inUse: "ValidationException: Rule can't be deleted since it has targets.",
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    id: (inputs) => `${text(inputs, "rule")}-${text(inputs, "targetId")}`,
    autoName: "targetId",
    replaces: ["eventBusName", "region", "rule", "targetId"],
    needs: (inputs) => [
      { type: rule, id: text(inputs, "rule"), error: `${missing}: Rule does not exist.` },
    ],
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    id: (inputs) => text(inputs, "name"),
    computed: (inputs, place) => ({
      arn: arn("cloudwatch", place, `alarm:${text(inputs, "name")}`),
    }),
    autoName: "name",
    replaces: ["name", "region"],
  },
};
