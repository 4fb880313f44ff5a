using Provisioning.Conformance.Tests.Harness;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>Our plugin, in its own process, under our engine against the sandbox's Deep Lake.</summary>
public sealed class DeepLakeEngineTests : IClassFixture<DeepLakeFixture>
{
    private const string Type = "deeplake:index:WorkloadIdentity";
    private const string Tenant = "33333333-dddd-4eee-8fff-444444444444";

    private readonly DeepLakeFixture fixture;
    private readonly TestStack stack;

    public DeepLakeEngineTests(DeepLakeFixture fixture)
    {
        this.fixture = fixture;
        stack = new PluginStack("cloud", [new PluginDeclaration("deeplake", AppContext.BaseDirectory, "")], Find).Stack;
    }

    [Fact]
    public async Task Registration_LivesThroughPreviewCreateRefreshReplaceAndDestroy()
    {
        await SucceedAsync(stack.PreviewAsync(program => RegisterAsync(program, "trainer", "11111111-aaaa-4bbb-8ccc-222222222222")));
        Assert.Equal(["create trainer"], Steps);

        await SucceedAsync(stack.UpAsync(program => RegisterAsync(program, "trainer", "11111111-aaaa-4bbb-8ccc-222222222222")));
        var first = stack.State("trainer");
        Assert.StartsWith($"{DeepLakeFixture.Organization}/", first.Id, StringComparison.Ordinal);
        Assert.Equal(Secret(fixture.Token), stack.State("cloud").Inputs["token"]);

        await SucceedAsync(stack.RefreshAsync());
        Assert.Equal(first.Outputs, stack.State("trainer").Outputs);

        await SucceedAsync(stack.UpAsync(program => RegisterAsync(program, "learner", "11111111-aaaa-4bbb-8ccc-222222222222", "trainer")));
        Assert.Equal(["delete-replaced trainer", "replace trainer", "create-replacement trainer"], Steps);
        Assert.NotEqual(first.Id, stack.State("trainer").Id);

        await SucceedAsync(stack.DestroyAsync());
        Assert.Empty(stack.Snapshot.Resources);
    }

    [Fact]
    public async Task Registration_ThatExists_IsImported()
    {
        await SucceedAsync(stack.UpAsync(program => RegisterAsync(program, "known", "22222222-aaaa-4bbb-8ccc-222222222222")));
        var id = stack.State("known").Id;
        stack.Snapshot = Engine.State.Snapshot.Empty;

        await SucceedAsync(stack.UpAsync(program => RegisterAsync(program, "known", "22222222-aaaa-4bbb-8ccc-222222222222", options: request => request.ImportId = id)));

        Assert.Equal(["import known"], Steps);
        Assert.Equal(id, stack.State("known").Id);
        await SucceedAsync(stack.DestroyAsync());
    }

    [Fact]
    public async Task BadInputs_AreReportedByPropertyOfTheResource()
    {
        var outcome = await stack.UpAsync(program => RegisterAsync(program, "", "not-a-client"));

        Assert.Equal(OperationResult.Failed, outcome.Result);
        Assert.All(stack.Events.Errors, error => Assert.StartsWith("resource: ", error, StringComparison.Ordinal));
        Assert.Equal(2, stack.Events.Errors.Count);
    }

    private IReadOnlyList<string> Steps => [.. stack.Events.Steps.Where(step => !step.EndsWith(" cloud", StringComparison.Ordinal))];

    /// <summary>The variables of the user: the plugin is to find the sandbox's certificates under the name that .NET looks for.</summary>
    private string? Find(string name) => name == "CLOUD_CERTIFICATES" ? fixture.Connection.CertificatePath : Environment.GetEnvironmentVariable(name);

    private async Task RegisterAsync(
        TestProgram program, string name, string client, string? resource = null, Action<RegisterResourceRequest>? options = null)
    {
        var cloud = await program.RegisterAsync(
            "cloud",
            Map(("endpoint", fixture.Connection.DeepLake.AbsoluteUri), ("token", Secret(fixture.Token))),
            request => request.EnvVarMappings["CLOUD_CERTIFICATES"] = "SSL_CERT_FILE",
            "pulumi:providers:deeplake");
        await program.RegisterAsync(
            resource ?? (name.Length == 0 ? "resource" : name),
            Map(("organizationId", DeepLakeFixture.Organization), ("name", name), ("clientId", client), ("tenantId", Tenant)),
            request =>
            {
                request.Provider = $"{cloud.Urn}::{(cloud.Id.Length == 0 ? Signatures.Unknown : cloud.Id)}";
                options?.Invoke(request);
            },
            Type);
    }

    private async Task SucceedAsync(Task<OperationOutcome> operation)
    {
        var outcome = await operation;
        Assert.Empty(stack.Events.Errors);
        Assert.Equal(OperationResult.Succeeded, outcome.Result);
    }
}
