import { names, ServiceReview } from "./review";

export const oam: ServiceReview = {
  service: "oam",
  groups: [
    {
      consequence: "closedOtherwise",
      reason:
        "A sink receives only what a link of the other account sends; the links are in the catalogue.",
      actions: names("CreateSink DeleteLink DeleteSink PutSinkPolicy"),
    },
    {
      consequence: "reads",
      reason: "Shows links and sinks.",
      actions: names(`
        GetLink GetSink GetSinkPolicy ListAttachedLinks ListLinks ListSinks ListTagsForResource
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Tags of links and sinks.",
      actions: names("TagResource UntagResource"),
    },
  ],
};
