import { names, ServiceReview } from "./review";

export const gamelift: ServiceReview = {
  service: "gamelift",
  groups: [
    {
      consequence: "delivery",
      reason: "Uploads the server build that a fleet's instances run.",
      actions: names(`
        CreateBuild CreateContainerFleet CreateContainerGroupDefinition CreateFleet
        CreateGameServerGroup CreateScript RegisterCompute RequestUploadCredentials UpdateBuild
        UpdateContainerFleet UpdateContainerGroupDefinition UpdateGameServerGroup
        UpdateRuntimeConfiguration UpdateScript
      `),
    },
    {
      consequence: "network",
      reason: "Opens ports of a fleet or peers its network.",
      actions: names(`
        CreateVpcPeeringAuthorization CreateVpcPeeringConnection DeleteVpcPeeringAuthorization
        DeleteVpcPeeringConnection UpdateFleetPortSettings
      `),
    },
    {
      consequence: "agent",
      reason: "A server process registers with its own token.",
      actions: names("GetComputeAuthToken"),
    },
    {
      consequence: "reads",
      reason: "Shows fleets, sessions and settings.",
      actions: names(`
        DescribeAlias DescribeBuild DescribeCompute DescribeContainerFleet
        DescribeContainerGroupDefinition DescribeContainerGroupPortMappings
        DescribeEC2InstanceLimits DescribeFleetAttributes DescribeFleetCapacity
        DescribeFleetDeployment DescribeFleetEvents DescribeFleetLocationAttributes
        DescribeFleetLocationCapacity DescribeFleetLocationUtilization DescribeFleetPortSettings
        DescribeFleetUtilization DescribeGameServer DescribeGameServerGroup
        DescribeGameServerInstances DescribeGameSessionDetails DescribeGameSessionPlacement
        DescribeGameSessionQueues DescribeGameSessions DescribeInstances DescribeMatchmaking
        DescribeMatchmakingConfigurations DescribeMatchmakingRuleSets DescribePlayerSessions
        DescribeRuntimeConfiguration DescribeScalingPolicies DescribeScript
        DescribeVpcPeeringAuthorizations DescribeVpcPeeringConnections GetGameSessionLogUrl
        GetPlayerConnectionDetails ListAliases ListBuilds ListCompute ListContainerFleets
        ListContainerGroupDefinitionVersions ListContainerGroupDefinitions ListFleetDeployments
        ListFleets ListGameServerGroups ListGameServers ListLocations ListScripts
        ListTagsForResource ResolveAlias SearchGameSessions ValidateMatchmakingRuleSet
      `),
    },
    {
      consequence: "elsewhere",
      reason: "Matches, players, game sessions, queues, scaling and tags.",
      actions: names(`
        AcceptMatch ClaimGameServer CreateAlias CreateFleetLocations CreateGameSession
        CreateGameSessionQueue CreateLocation CreateMatchmakingConfiguration
        CreateMatchmakingRuleSet CreatePlayerSession CreatePlayerSessions DeleteAlias DeleteBuild
        DeleteContainerFleet DeleteContainerGroupDefinition DeleteFleet DeleteFleetLocations
        DeleteGameServerGroup DeleteGameSessionQueue DeleteLocation DeleteMatchmakingConfiguration
        DeleteMatchmakingRuleSet DeleteScalingPolicy DeleteScript DeregisterCompute
        DeregisterGameServer PutScalingPolicy RegisterGameServer ResumeGameServerGroup
        StartFleetActions StartGameSessionPlacement StartMatchBackfill StartMatchmaking
        StopFleetActions StopGameSessionPlacement StopMatchmaking SuspendGameServerGroup TagResource
        TerminateGameSession UntagResource UpdateAlias UpdateFleetAttributes UpdateFleetCapacity
        UpdateGameServer UpdateGameSession UpdateGameSessionQueue UpdateMatchmakingConfiguration
      `),
    },
  ],
};
