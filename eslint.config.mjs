import pulumi from "@pulumi/eslint-plugin";
import tseslint from "typescript-eslint";

/** The one direction of the data flow: a folder imports only from folders to its left. */
const flow = [
  "model",
  "iam",
  "guardrails",
  "proof",
  "components",
  "stacks",
  "policypack",
  "engine",
  "cli",
];

const flowRules = flow.slice(0, -1).map((folder, position) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: flow.slice(position + 1).map((right) => `**/${right}/*`),
            message: `${folder} knows nothing of the folders to its right.`,
          },
          ...(position < 4
            ? [
                {
                  group: ["@pulumi/*", "@aws-sdk/*"],
                  message: `${folder} runs without Pulumi and AWS.`,
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

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
);
