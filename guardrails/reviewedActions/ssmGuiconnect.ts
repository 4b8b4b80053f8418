import { names, ServiceReview } from "./review";

export const ssmGuiconnect: ServiceReview = {
  service: "ssm-guiconnect",
  groups: [
    {
      consequence: "endsAccess",
      reason: "Ends a desktop.",
      actions: names("CancelConnection"),
    },
    {
      consequence: "reads",
      reason: "Shows who is connected and how connections are recorded.",
      actions: names("GetConnection GetConnectionRecordingPreferences ListConnections"),
    },
  ],
};
