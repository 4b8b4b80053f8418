import { names, ServiceReview } from "./review";

export const batch: ServiceReview = {
  service: "batch",
  groups: [
    {
      consequence: "delivery",
      reason:
        "Launches new nodes that run what the caller writes; it may name a key pair that exists already, but nobody makes a new one.",
      actions: names("CreateComputeEnvironment UpdateComputeEnvironment"),
    },
    {
      consequence: "delivery",
      reason:
        "Jobs run containers of the caller's definition on the compute environment; a privileged one is root on its host.",
      actions: names("RegisterJobDefinition SubmitJob SubmitServiceJob"),
    },
    {
      consequence: "reads",
      reason: "Shows jobs, queues and environments.",
      actions: names(`
        DescribeComputeEnvironments DescribeConsumableResource DescribeJobDefinitions
        DescribeJobQueues DescribeJobs DescribeQuotaShare DescribeSchedulingPolicies
        DescribeServiceEnvironments DescribeServiceJob GetJobQueueSnapshot ListConsumableResources
        ListJobs ListJobsByConsumableResource ListQuotaShares ListSchedulingPolicies ListServiceJobs
        ListTagsForResource
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Queues, shares, tags and cancellations.",
      actions: names(`
        CancelJob CreateConsumableResource CreateJobQueue CreateQuotaShare CreateSchedulingPolicy
        CreateServiceEnvironment DeleteComputeEnvironment DeleteConsumableResource DeleteJobQueue
        DeleteQuotaShare DeleteSchedulingPolicy DeleteServiceEnvironment DeregisterJobDefinition
        SetCapacityTags TagResource TerminateJob TerminateServiceJob UntagResource
        UpdateConsumableResource UpdateJobQueue UpdateQuotaShare UpdateSchedulingPolicy
        UpdateServiceEnvironment UpdateServiceJob
      `),
    },
  ],
};
