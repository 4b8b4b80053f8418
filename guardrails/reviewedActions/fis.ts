import { names, ServiceReview } from "./review";

export const fis: ServiceReview = {
  service: "fis",
  groups: [
    {
      consequence: "callersRights",
      reason:
        "An experiment acts as the role passed to it, commands included; the SCPs bind that role.",
      actions: names(`
        CreateExperimentTemplate CreateTargetAccountConfiguration StartExperiment
        UpdateExperimentTemplate UpdateTargetAccountConfiguration
      `),
    },
    {
      consequence: "reads",
      reason: "Shows experiments.",
      actions: names(`
        GetAction GetExperiment GetExperimentTargetAccountConfiguration GetExperimentTemplate
        GetSafetyLever GetTargetAccountConfiguration GetTargetResourceType ListActions
        ListExperimentResolvedTargets ListExperimentTargetAccountConfigurations
        ListExperimentTemplates ListExperiments ListTagsForResource ListTargetAccountConfigurations
        ListTargetResourceTypes
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Stops, removes or tags experiments, or injects API faults.",
      actions: names(`
        DeleteExperimentTemplate DeleteTargetAccountConfiguration InjectApiInternalError
        InjectApiThrottleError InjectApiUnavailableError StopExperiment TagResource UntagResource
        UpdateSafetyLeverState
      `),
    },
  ],
};
