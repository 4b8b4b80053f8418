import { PolicyPack } from "@pulumi/policy";
import { compiledConfiguration } from "./compiledConfiguration";
import { endWithEngine } from "./endWithEngine";
import { policies } from "./policies";

endWithEngine();

new PolicyPack("sekisho", {
  policies: policies(compiledConfiguration(__dirname)),
  enforcementLevel: "mandatory",
});
