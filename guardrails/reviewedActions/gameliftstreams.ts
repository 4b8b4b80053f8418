import { names, ServiceReview } from "./review";

export const gameliftstreams: ServiceReview = {
  service: "gameliftstreams",
  groups: [
    {
      consequence: "delivery",
      reason: "Names the application that the hosts of a stream run.",
      actions: names(`
        AddStreamGroupLocations AssociateApplications CreateApplication CreateStreamGroup
        UpdateApplication UpdateStreamGroup
      `),
    },
    {
      consequence: "reads",
      reason: "Shows applications and streams.",
      actions: names(`
        GetApplication GetStreamGroup GetStreamSession GetStreamUrl ListApplicationShaderCaches
        ListApplications ListStreamGroups ListStreamSessions ListStreamSessionsByAccount
        ListStreamUrls ListTagsForResource
      `),
    },
    {
      consequence: "elsewhere",
      reason:
        "Starts, ends, shares or tags a stream, in which a player sees the application and no shell.",
      actions: names(`
        CreateStreamSessionConnection CreateStreamUrl DeleteApplication DeleteStreamGroup
        DisassociateApplications ExportStreamSessionFiles RemoveStreamGroupLocations RevokeStreamUrl
        StartStreamSession TagResource TerminateStreamSession UntagResource
      `),
    },
  ],
};
