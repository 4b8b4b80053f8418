import { names, ServiceReview } from "./review";

export const ebs: ServiceReview = {
  service: "ebs",
  groups: [
    {
      consequence: "disk",
      reason:
        "Reads or writes blocks of a snapshot; encrypt with a key whose policy leaves administrators out.",
      actions: names(`
        CompleteSnapshot GetSnapshotBlock ListChangedBlocks ListSnapshotBlocks PutSnapshotBlock
        StartSnapshot
      `),
    },
  ],
};
