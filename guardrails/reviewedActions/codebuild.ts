import { names, ServiceReview } from "./review";

export const codebuild: ServiceReview = {
  service: "codebuild",
  groups: [
    {
      consequence: "delivery",
      reason: "Builds run the code of a project in a container of AWS with the project's role.",
      actions: names(`
        CreateFleet CreateProject CreateWebhook ImportSourceCredentials PersistOAuthToken
        PutResourcePolicy RetryBuild RetryBuildBatch StartBuild StartBuildBatch UpdateFleet
        UpdateProject UpdateWebhook
      `),
    },
    {
      consequence: "reads",
      reason: "Shows projects, builds, reports and sandboxes.",
      actions: names(`
        BatchGetBuildBatches BatchGetBuilds BatchGetCommandExecutions BatchGetFleets
        BatchGetProjects BatchGetReportGroups BatchGetReports BatchGetSandboxes
        DescribeCodeCoverages DescribeTestCases GetReportGroupTrend GetResourcePolicy
        ListBuildBatches ListBuildBatchesForProject ListBuilds ListBuildsForProject
        ListCommandExecutionsForSandbox ListConnectedOAuthAccounts ListCuratedEnvironmentImages
        ListFleets ListProjects ListReportGroups ListReports ListReportsForReportGroup
        ListRepositories ListSandboxes ListSandboxesForProject ListSharedProjects
        ListSharedReportGroups ListSourceCredentials
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Stops or removes builds, reports, fleets and credentials, or shows a project to others.",
      actions: names(`
        BatchDeleteBuilds BatchPutCodeCoverages BatchPutTestCases CreateReport CreateReportGroup
        DeleteBuildBatch DeleteFleet DeleteOAuthToken DeleteProject DeleteReport DeleteReportGroup
        DeleteResourcePolicy DeleteSourceCredentials DeleteWebhook InvalidateProjectCache StopBuild
        StopBuildBatch StopSandbox UpdateProjectVisibility UpdateReport UpdateReportGroup
      `),
    },
  ],
};
