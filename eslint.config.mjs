import pulumi from "@pulumi/eslint-plugin";
import tseslint from "typescript-eslint";

/** The one direction of the data flow: a folder imports only from folders to its left. */
const flow = [
  "model",
  "iam",
  "guardrails",
  "proof",
  "expiry",
  "components",
  "stacks",
  "policypack",
  "engine",
  "cli",
];

/** Folders that run without Pulumi and AWS, but for the one file that the deployed function starts with. */
const pure = ["model", "iam", "guardrails", "proof", "expiry"];
const withSdk = "expiry/handler.ts";

const restricted = (files, patterns) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns }] },
});

const flowRules = flow.slice(0, -1).map((folder, position) =>
  restricted(
    [`${folder}/**/*.ts`],
    [
      {
        group: flow.slice(position + 1).map((right) => `**/${right}/*`),
        message: `${folder} knows nothing of the folders to its right.`,
      },
      ...(pure.includes(folder)
        ? [
            {
              group: ["@pulumi/*", "@aws-sdk/*"],
              message: `${folder} runs without Pulumi and AWS.`,
            },
          ]
        : []),
    ],
  ),
);

/** What is deployed to Lambda holds nothing of Sekisho's but this folder: the rest stands in windows.json. */
const functionRules = restricted(
  [withSdk],
  [
    {
      group: ["@pulumi/*", "../*"],
      message: "The deployed function knows nothing of the program that deploys it.",
    },
  ],
);

export default tseslint.config(
  { ignores: ["**/node_modules/**", "**/dist/**", "**/*.mjs", "**/*.cjs"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { "@pulumi": pulumi },
    rules: {
      "@pulumi/no-output-in-template-literal": "error",
      "@pulumi/no-output-instance-in-template-literal": "error",
    },
  },
  ...flowRules,
  functionRules,
);
