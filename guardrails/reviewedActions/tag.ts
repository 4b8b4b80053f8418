import { names, ServiceReview } from "./review";

export const tag: ServiceReview = {
  service: "tag",
  groups: [
    {
      consequence: "callersRights",
      reason: "The service of each resource asks again for its own tagging action, which decides.",
      actions: names("TagResources UntagResources"),
    },
    {
      consequence: "reads",
      reason: "Shows tags.",
      actions: names(`
        DescribeReportCreation GetComplianceSummary GetResources GetTagKeys GetTagValues
        ListRequiredTags
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Writes a report.",
      actions: names("StartReportCreation"),
    },
  ],
};
