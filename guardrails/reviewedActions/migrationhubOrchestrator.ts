import { names, ServiceReview } from "./review";

export const migrationhubOrchestrator: ServiceReview = {
  service: "migrationhub-orchestrator",
  groups: [
    {
      consequence: "agent",
      reason: "The plug-in on a migrated server reports with it.",
      actions: names("RegisterPlugin SendMessage"),
    },
    {
      consequence: "reads",
      reason: "Shows workflows and plug-ins.",
      actions: names(`
        GetMessage GetTemplate GetTemplateStep GetTemplateStepGroup GetWorkflow GetWorkflowStep
        GetWorkflowStepGroup ListPlugins ListTagsForResource ListTemplateStepGroups
        ListTemplateSteps ListTemplates ListWorkflowStepGroups ListWorkflowSteps ListWorkflows
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Groups, stops, removes or tags workflows.",
      actions: names(`
        CreateWorkflowStepGroup DeleteTemplate DeleteWorkflow DeleteWorkflowStep
        DeleteWorkflowStepGroup StopWorkflow TagResource UntagResource UpdateWorkflowStepGroup
      `),
    },
  ],
};
