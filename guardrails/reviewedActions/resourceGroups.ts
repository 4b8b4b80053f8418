import { names, ServiceReview } from "./review";

export const resourceGroups: ServiceReview = {
  service: "resource-groups",
  groups: [
    {
      consequence: "callersRights",
      reason: "Tags members of an application with a role passed, which the SCPs bind.",
      actions: names(`
        AssociateResource CancelTagSyncTask DisassociateResource GroupResources StartTagSyncTask
        UngroupResources
      `),
    },
    {
      consequence: "reads",
      reason: "Shows groups.",
      actions: names(`
        GetAccountSettings GetGroup GetGroupConfiguration GetGroupPolicy GetGroupQuery
        GetTagSyncTask GetTags ListGroupResources ListGroupingStatuses ListGroups ListResourceTypes
        ListTagSyncTasks SearchResources
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Groups are saved searches; the tags here are those of the group.",
      actions: names(`
        CreateGroup DeleteGroup DeleteGroupPolicy PutGroupConfiguration PutGroupPolicy Tag Untag
        UpdateAccountSettings UpdateGroup UpdateGroupQuery
      `),
    },
  ],
};
