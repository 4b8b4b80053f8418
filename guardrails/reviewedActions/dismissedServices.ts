import { names } from "./review";

/** Services that nobody reviews action by action, and why. */
export interface DismissedServices {
  readonly reason: string;
  readonly services: readonly string[];
}

/**
 * The judgement of a service as a whole. It holds as long as the service stays what it is: one that learns to open
 * a console or to run commands moves to reviewedServices.ts.
 */
export const dismissedServices: readonly DismissedServices[] = [
  {
    reason: "Bills, contracts, support cases and other paperwork of accounts.",
    services: names(`
      account activate artifact aws-marketplace aws-marketplace-management aws-portal bcm-dashboards
      bcm-data-exports bcm-pricing-calculator bcm-recommended-actions billing billingconductor ce
      consolidatedbilling cost-optimization-hub cur customer-verification elemental-activations
      elemental-appliances-software elemental-support-cases elemental-support-content
      eventsbilltoaws freetier health invoicing iq iq-permission mapcredits
      marketplacecommerceanalytics notifications-contacts partnercentral
      partnercentral-account-management payments pricing pricingplanmanager purchase-orders
      repostspace rhelkb savingsplans servicequotas support support-console supportapp supportplans
      sustainability tax trustedadvisor user-subscriptions vendor-insights
    `),
  },
  {
    reason:
      "Databases, caches, queues and data pipelines that AWS runs: nobody, the customer included, has an operating system there.",
    services: names(`
      airflow airflow-serverless amplifybackend aoss app-integrations appflow appsync athena b2bi
      cassandra cleanrooms cleanrooms-ml clouddirectory cloudsearch cognito-sync databrew
      dataexchange datasync datazone dax dbqms dms docdb-elastic dsql dynamodb elasticache
      elasticfilesystem entityresolution es execute-api finspace finspace-api firehose fsx glacier
      glue healthlake honeycode kafka kafka-cluster kafkaconnect kendra kendra-ranking kinesis
      kinesisanalytics kinesisvideo lakeformation managedblockchain managedblockchain-query
      medical-imaging memorydb mq neptune-db neptune-graph odb omics opensearch osis
      payment-cryptography pi qldb quicksight rds-data rds-db redshift redshift-data
      redshift-serverless s3-object-lambda s3-outposts s3express s3files s3tables s3vectors sdb sns
      sqlworkbench sqs swf timestream timestream-influxdb
    `),
  },
  {
    reason: "Sound, pictures, maps, post and telephone calls.",
    services: names(`
      cases chime connect connect-campaigns elastictranscoder elemental-inference geo geo-maps
      geo-places geo-routes ivs ivschat mediaconnect mediaconvert mediaimport medialive mediapackage
      mediapackage-vod mediapackagev2 mediastore mediatailor mobiletargeting polly private-networks
      profile rekognition rtbfabric ses sms-voice social-messaging textract transcribe translate
      voiceid wickr wisdom workmail workmailmessageflow
    `),
  },
  {
    reason:
      "Models and assistants: what an assistant does in the account it does as its user or as a role passed to it, which the SCPs bind.",
    services: names(`
      a4b action-recommendations agent-registry aidevops aiops application-signals-mcp
      aws-external-anthropic bedrock bedrock-mantle bedrock-websearch braket chatbot codeguru
      codeguru-profiler codeguru-reviewer codewhisperer comprehend comprehendmedical consoleapp
      devops-guru ecs-mcp eks-mcp finops-agent forecast frauddetector groundtruthlabeling
      health-agent lex lookoutequipment lookoutmetrics lookoutvision machinelearning mechanicalturk
      networkmanager-chat nova-act personalize q qapps qbusiness qdeveloper researchstudio
      sagemaker-data-science-assistant sagemaker-geospatial sagemaker-mlflow
      sagemaker-unified-studio-mcp securityagent transform transform-custom
    `),
  },
  {
    reason:
      "Acts as the caller, as a role passed to it or as a role that no guardrail exempts (stacksets-exec-*, AWSControlTowerExecution): the SCPs bind all of them. An exempt role must not trust these services.",
    services: names(`
      aco-automation amplify amplifyuibuilder apigateway appconfig appfabric application-autoscaling
      apprunner appstudio arc-region-switch autoscaling-plans budgets cloudformation codecatalyst
      codepipeline codestar controltower datapipeline identity-sync launchwizard m2 pipes
      proton resiliencehub robomaker scheduler serverlessrepo servicecatalog ssm-contacts
      ssm-incidents states synthetics tnb
    `),
  },
  {
    reason:
      "Its service-linked role runs AWS's own documents on nodes; the caller chooses neither document nor command.",
    services: names(`
      applicationinsights guardduty inspector inspector2 license-manager rds
    `),
  },
  {
    reason:
      "Roles made through it carry names that no guardrail exempts (AWSReservedSSO_*), and the people with OS access are IAM users.",
    services: names(`
      account-access cognito-identity cognito-idp identitystore identitystore-auth mpa signin sso
      sso-directory sso-oauth verifiedpermissions
    `),
  },
  {
    reason:
      "A way through the network: open by nature, a key or password on the node still decides.",
    services: names(`
      appmesh appmesh-preview arc-zonal-shift cloudfront cloudfront-keyvaluestore directconnect
      elasticloadbalancing fms globalaccelerator interconnect network-firewall
      network-security-director network-security-manager networkmanager outposts refactor-spaces
      route53 route53-recovery-cluster route53-recovery-control-config route53-recovery-readiness
      route53domains route53globalresolver route53profiles route53resolver servicediscovery shield
      verified-access vpc-lattice vpc-lattice-svcs vpce waf waf-regional wafv2
    `),
  },
  {
    reason: "Watches, measures, judges or plans; changes nothing on a node.",
    services: names(`
      access-analyzer application-signals aps auditmanager cloudtrail cloudtrail-data
      codeguru-security codestar-notifications compute-optimizer controlcatalog detective devicefarm
      discovery evidently grafana inspector-scan inspector2-telemetry internetmonitor
      license-manager-linux-subscriptions macie2 mgh migrationhub-strategy networkflowmonitor
      networkmonitor notifications resource-explorer resource-explorer-2 rum security-ir securityhub
      securitylake tiros uxc wellarchitected xray
    `),
  },
  {
    reason:
      "Keys, secrets and certificates. The session keys' own policies admit OSAccess, the node roles and the deploy role, nobody else.",
    services: names(`
      acm acm-pca cloudhsm kms pca-connector-ad pca-connector-scep secretsmanager signer
    `),
  },
  {
    reason:
      "Desktops, editors and browsers for office work: an operating system, but no node of these accounts.",
    services: names(`
      agentaccess-mcp appstream nimble thinclient wam workdocs worklink workspaces workspaces-web
    `),
  },
  {
    reason:
      "Devices, robots, vehicles and satellites, apart from iot and greengrass, which are reviewed.",
    services: names(`
      freertos groundstation iot-device-tester iotanalytics iotdeviceadvisor iotevents iotfleethub
      iotfleetwise iotjobsdata iotmanagedintegrations iotsitewise iottwinmaker iotwireless monitron
      one panorama snow-device-management
    `),
  },
  {
    reason:
      "Source code, packages and container images: what a pipeline delivers is the pipeline's concern.",
    services: names(`
      codeartifact codecommit codeconnections codestar-connections ecr ecr-public schemas
    `),
  },
  {
    reason: "Runs jobs in sandboxes or managed clusters of AWS; their containers are no nodes.",
    services: names(`
      apptest emr-containers emr-serverless scn simspaceweaver
    `),
  },
  {
    reason:
      "Moves or keeps disks and files on hardware of AWS or for backups; disks are open by nature.",
    services: names(`
      backup-gateway backup-search backup-storage importexport rbin snowball storagegateway transfer
    `),
  },
  {
    reason: "Retired, or an agent and a console without an action that reaches a node.",
    services: names(`
      a2c application-transformation arsenal awsconnector bugbust mobileanalytics serviceextract
    `),
  },
  {
    reason:
      "Directory users and their passwords: whoever sets one may log on to a joined Windows node that the network lets him reach, which is open by nature.",
    services: names(`
      ds ds-data
    `),
  },
  {
    reason:
      "Lets the support of AWS look and act, or runs AWS's own diagnoses; who runs the cloud is trusted.",
    services: names(`
      supportauthz ts
    `),
  },
  {
    reason:
      "Shares resources between accounts; a node cannot be shared, and the SCPs of each account bind who uses what is shared.",
    services: names(`
      ram
    `),
  },
];
