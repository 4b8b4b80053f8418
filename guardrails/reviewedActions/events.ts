import { names, ServiceReview } from "./review";

export const events: ServiceReview = {
  service: "events",
  groups: [
    {
      consequence: "callersRights",
      reason:
        "Starts what rules and subscribers have as their targets, which act as a role passed to them; the SCPs bind every role but the exempt ones, which nobody passes.",
      actions: names(`
        CreateEndpoint CreateSubscriber EnableRule InvokeApiDestination PutEvents PutPartnerEvents
        PutRawEvents StartReplay UpdateEndpoint UpdateSubscriber
      `),
    },
    {
      consequence: "reads",
      reason: "Shows rules, buses and connections.",
      actions: names(`
        DescribeApiDestination DescribeArchive DescribeConnection DescribeEndpoint DescribeEventBus
        DescribeEventSource DescribePartnerEventSource DescribeReplay DescribeRule
        DescribeSubscriber GetResourcePolicy ListApiDestinations ListArchives ListConnections
        ListEndpoints ListEventBuses ListEventSources ListPartnerEventSourceAccounts
        ListPartnerEventSources ListReplays ListResourcePolicies ListRuleNamesByTarget ListRules
        ListSubscribers ListTagsForResource ListTargetsByRule TestEventPattern
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Buses, archives, connections to other systems, tags and removals; a key of one's own on the default bus might stop schedules, which the heartbeat alarm of the function that ends sessions would tell.",
      actions: names(`
        ActivateEventSource AllowVendedLogDeliveryForResource CancelReplay CreateApiDestination
        CreateArchive CreateConnection CreateEventBus CreateEventSource CreatePartnerEventSource
        DeactivateEventSource DeauthorizeConnection DeleteApiDestination DeleteArchive
        DeleteConnection DeleteEndpoint DeleteEventBus DeleteEventSource DeletePartnerEventSource
        DeleteResourcePolicy DeleteSubscriber PutPermission PutResourcePolicy RemovePermission
        RetrieveConnectionCredentials RevokeResource TagResource UntagResource UpdateApiDestination
        UpdateArchive UpdateConnection UpdateEventBus UpdateEventSource
      `),
    },
  ],
};
