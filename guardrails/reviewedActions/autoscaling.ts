import { names, ServiceReview } from "./review";

export const autoscaling: ServiceReview = {
  service: "autoscaling",
  groups: [
    {
      consequence: "delivery",
      reason:
        "Launches new nodes that run what the caller writes; it may name a key pair that exists already, but nobody makes a new one.",
      actions: names("CreateLaunchConfiguration"),
    },
    {
      consequence: "delivery",
      reason:
        "Groups launch nodes from a template that somebody else wrote; its user data and tags come along.",
      actions: names(`
        CreateAutoScalingGroup CreateOrUpdateTags DeleteTags LaunchInstances RollbackInstanceRefresh
        StartInstanceRefresh UpdateAutoScalingGroup
      `),
    },
    {
      consequence: "showsContent",
      reason: "Shows the user data of launch configurations.",
      actions: names("DescribeLaunchConfigurations"),
    },
    {
      consequence: "reads",
      reason: "Shows groups and their settings.",
      actions: names(`
        DescribeAccountLimits DescribeAccountSettings DescribeAdjustmentTypes
        DescribeAutoScalingGroups DescribeAutoScalingInstances DescribeAutoScalingNotificationTypes
        DescribeInstanceRefreshes DescribeLifecycleHookTypes DescribeLifecycleHooks
        DescribeLoadBalancerTargetGroups DescribeLoadBalancers DescribeMetricCollectionTypes
        DescribeNotificationConfigurations DescribePolicies DescribeScalingActivities
        DescribeScalingProcessTypes DescribeScheduledActions DescribeTags
        DescribeTerminationPolicyTypes DescribeTrafficSources DescribeWarmPool
        GetPredictiveScalingForecast
      `),
    },
    {
      consequence: "nodeLifecycle",
      reason: "Sizes a group, or attaches, protects or ends its nodes.",
      actions: names(`
        AttachInstances AttachLoadBalancerTargetGroups AttachLoadBalancers AttachTrafficSources
        BatchDeleteScheduledAction BatchPutScheduledUpdateGroupAction CancelInstanceRefresh
        CompleteLifecycleAction DeleteAutoScalingGroup DeleteLaunchConfiguration DeleteLifecycleHook
        DeleteNotificationConfiguration DeletePolicy DeleteScheduledAction DeleteWarmPool
        DetachInstances DetachLoadBalancerTargetGroups DetachLoadBalancers DetachTrafficSources
        DisableMetricsCollection EnableMetricsCollection EnterStandby ExecutePolicy ExitStandby
        PutAccountSetting PutLifecycleHook PutNotificationConfiguration PutScalingPolicy
        PutScheduledUpdateGroupAction PutWarmPool RecordLifecycleActionHeartbeat ResumeProcesses
        SetDesiredCapacity SetInstanceHealth SetInstanceProtection SuspendProcesses
        TerminateInstanceInAutoScalingGroup
      `),
    },
  ],
};
