import { ec2Instances } from "./ec2Instances";
import { ec2Networks } from "./ec2Networks";
import { ec2Reads } from "./ec2Reads";
import { ServiceReview } from "./review";

export const ec2: ServiceReview = {
  service: "ec2",
  groups: [...ec2Instances, ...ec2Networks, ...ec2Reads],
};
