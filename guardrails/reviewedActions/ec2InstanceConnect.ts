import { ServiceReview } from "./review";

export const ec2InstanceConnect: ServiceReview = {
  service: "ec2-instance-connect",
  groups: [],
};
