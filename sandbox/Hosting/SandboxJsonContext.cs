using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.Authorization.Locks;
using Provisioning.Sandbox.Arm.Drift;
using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.MachineLearning.Builds;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Arm.Subscriptions;
using Provisioning.Sandbox.DeepLake;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Faults;
using Provisioning.Sandbox.Graph;
using Provisioning.Sandbox.Platforms;
using Provisioning.Sandbox.Registry;
using Provisioning.Sandbox.Requests;
using Provisioning.Sandbox.Storage;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Hosting;

/// <summary>
/// What the sandbox reads and writes as JSON: the records of its tables, the bodies of requests and answers, and its files. A type that is
/// not here cannot be stored or sent. <see cref="SandboxJson"/> says in which form.
/// </summary>
/// <remarks>
/// What a text leaves out becomes null or zero where a property can only be set at creation, whatever its initial value; such a property
/// keeps its default by what its <c>init</c> makes of null, or by a default of a constructor's parameter.
/// </remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ApiToken))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(ArmResource))]
[JsonSerializable(typeof(BlobRecord))]
[JsonSerializable(typeof(DeepLakeQuirks))]
[JsonSerializable(typeof(GraphPermissions.Grant))]
[JsonSerializable(typeof(Host))]
[JsonSerializable(typeof(LongRunningOperation))]
[JsonSerializable(typeof(ManagementLock))]
[JsonSerializable(typeof(Membership))]
[JsonSerializable(typeof(NameReservation))]
[JsonSerializable(typeof(Organization))]
[JsonSerializable(typeof(ProviderRegistrations.UnregisteredProvider))]
[JsonSerializable(typeof(Registration))]
[JsonSerializable(typeof(RegistryArtifact))]
[JsonSerializable(typeof(RegistryTokens.StoredSecret))]
[JsonSerializable(typeof(RegistryUpload))]
[JsonSerializable(typeof(RoleAssignment))]
[JsonSerializable(typeof(RoleDefinition))]
[JsonSerializable(typeof(SandboxHost.StoredDeployer))]
[JsonSerializable(typeof(SandboxHost.StoredPort))]
[JsonSerializable(typeof(SandboxHost.StoredRuns))]
[JsonSerializable(typeof(ServicePrincipal))]
[JsonSerializable(typeof(SoftDeletedResource))]
[JsonSerializable(typeof(StoredKey))]
[JsonSerializable(typeof(TrustedIssuer))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Workspace))]
[JsonSerializable(typeof(BuiltInRoles.StoredRole[]))]
[JsonSerializable(typeof(RequestEntry))]
[JsonSerializable(typeof(SandboxConnection))]
[JsonSerializable(typeof(WorldChange))]
[JsonSerializable(typeof(DriftRequest))]
[JsonSerializable(typeof(ImageBuildRequest))]
[JsonSerializable(typeof(IReadOnlyList<FaultRule>))]
[JsonSerializable(typeof(IReadOnlyList<RegistryScope>))]
[JsonSerializable(typeof(RequestPage))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(string))]
internal sealed partial class SandboxJsonContext : JsonSerializerContext;
