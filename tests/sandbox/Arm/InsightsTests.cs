namespace Provisioning.Sandbox.Tests.Arm;

public sealed class InsightsTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    [Fact]
    public async Task Component_stands_on_a_log_workspace()
    {
        var group = await sandbox.GroupAsync();
        var logs = $"{group}/providers/Microsoft.OperationalInsights/workspaces/logs";
        var component = $"{group}/providers/microsoft.insights/components/appi";

        (await sandbox.Deployer.PutAsync(component, Bodies.Component(logs))).ExpectError(400, "InvalidRequestBody");
        var put = (await sandbox.Deployer.PutAsync(logs, Bodies.LogWorkspace)).Expect(201);
        var reply = (await sandbox.Deployer.PutAsync(component, Bodies.Component(logs))).Expect(200);

        Assert.Equal("Succeeded", (await sandbox.Deployer.SendRawAsync("GET", put.Headers["Azure-AsyncOperation"])).Text("status"));
        Assert.Equal("PerGB2018", put.Text("properties", "sku", "name"));
        Assert.Equal("Microsoft.Insights/components", reply.Text("type"));
        Assert.Contains(reply.Property("InstrumentationKey") ?? "?", reply.Property("ConnectionString"));
    }

    [Fact]
    public async Task Log_workspace_comes_back_with_its_customer_id_unless_deleted_by_force()
    {
        var logs = $"{await sandbox.GroupAsync()}/providers/Microsoft.OperationalInsights/workspaces/logs-again";
        var first = await sandbox.Deployer.PutAsync(logs, Bodies.LogWorkspace);
        await sandbox.Deployer.GetAsync(logs);

        (await sandbox.Deployer.DeleteAsync(logs)).Expect(200);
        var second = (await sandbox.Deployer.PutAsync(logs, Bodies.LogWorkspace)).Expect(201);
        await sandbox.Deployer.GetAsync(logs);
        await sandbox.Deployer.DeleteAsync(logs, "force=true");
        var third = (await sandbox.Deployer.PutAsync(logs, Bodies.LogWorkspace)).Expect(201);

        Assert.Equal(first.Property("customerId"), second.Property("customerId"));
        Assert.NotEqual(second.Property("customerId"), third.Property("customerId"));
    }
}
