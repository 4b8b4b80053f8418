import { autoscaling } from "./autoscaling";
import { backup } from "./backup";
import { batch } from "./batch";
import { bedrockAgentcore } from "./bedrockAgentcore";
import { cloud9 } from "./cloud9";
import { cloudshell } from "./cloudshell";
import { cloudwatch } from "./cloudwatch";
import { codebuild } from "./codebuild";
import { codedeploy } from "./codedeploy";
import { codedeployCommandsSecure } from "./codedeployCommandsSecure";
import { config } from "./config";
import { deadline } from "./deadline";
import { dlm } from "./dlm";
import { drs } from "./drs";
import { ebs } from "./ebs";
import { ec2 } from "./ec2";
import { ec2InstanceConnect } from "./ec2InstanceConnect";
import { ec2messages } from "./ec2messages";
import { ecs } from "./ecs";
import { eks } from "./eks";
import { eksAuth } from "./eksAuth";
import { elasticbeanstalk } from "./elasticbeanstalk";
import { elasticmapreduce } from "./elasticmapreduce";
import { events } from "./events";
import { evs } from "./evs";
import { fis } from "./fis";
import { gamelift } from "./gamelift";
import { gameliftstreams } from "./gameliftstreams";
import { greengrass } from "./greengrass";
import { iam } from "./iam";
import { imagebuilder } from "./imagebuilder";
import { iot } from "./iot";
import { lambda } from "./lambda";
import { licenseManagerUserSubscriptions } from "./licenseManagerUserSubscriptions";
import { lightsail } from "./lightsail";
import { logs } from "./logs";
import { mgn } from "./mgn";
import { migrationhubOrchestrator } from "./migrationhubOrchestrator";
import { oam } from "./oam";
import { observabilityadmin } from "./observabilityadmin";
import { opsworks } from "./opsworks";
import { opsworksCm } from "./opsworksCm";
import { organizations } from "./organizations";
import { pcs } from "./pcs";
import { resourceGroups } from "./resourceGroups";
import { rolesanywhere } from "./rolesanywhere";
import { s3 } from "./s3";
import { sagemaker } from "./sagemaker";
import { sms } from "./sms";
import { ssm } from "./ssm";
import { ssmGuiconnect } from "./ssmGuiconnect";
import { ssmQuicksetup } from "./ssmQuicksetup";
import { ssmSap } from "./ssmSap";
import { ssmmessages } from "./ssmmessages";
import { sts } from "./sts";
import { tag } from "./tag";
import { workspacesInstances } from "./workspacesInstances";
import { ServiceReview } from "./review";

/**
 * The services that can touch a node, or what guards one, each looked at action by action. The judgement of all
 * others is in dismissedServices.ts. Read by tests and by whoever asks for it, never by a check of the two files.
 */
export const reviewedServices: readonly ServiceReview[] = [
  autoscaling,
  backup,
  batch,
  bedrockAgentcore,
  cloud9,
  cloudshell,
  cloudwatch,
  codebuild,
  codedeploy,
  codedeployCommandsSecure,
  config,
  deadline,
  dlm,
  drs,
  ebs,
  ec2,
  ec2InstanceConnect,
  ec2messages,
  ecs,
  eks,
  eksAuth,
  elasticbeanstalk,
  elasticmapreduce,
  events,
  evs,
  fis,
  gamelift,
  gameliftstreams,
  greengrass,
  iam,
  imagebuilder,
  iot,
  lambda,
  licenseManagerUserSubscriptions,
  lightsail,
  logs,
  mgn,
  migrationhubOrchestrator,
  oam,
  observabilityadmin,
  opsworks,
  opsworksCm,
  organizations,
  pcs,
  resourceGroups,
  rolesanywhere,
  s3,
  sagemaker,
  sms,
  ssm,
  ssmGuiconnect,
  ssmQuicksetup,
  ssmSap,
  ssmmessages,
  sts,
  tag,
  workspacesInstances,
];
