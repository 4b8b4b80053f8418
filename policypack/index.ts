import { PolicyPack } from "@pulumi/policy";
import { compiledConfiguration } from "./compiledConfiguration";
import { policies } from "./policies";

new PolicyPack("sekisho", {
  policies: policies(compiledConfiguration(__dirname)),
  enforcementLevel: "mandatory",
});
