namespace Provisioning.Sandbox.Arm.MachineLearning.Connections;

/// <summary>Lists the connections of a workspace, all or those of a target or category.</summary>
internal sealed class ListConnections() : ArmOperation(
    "GET",
    MachineLearningTypes.Connections.CollectionRoute,
    MachineLearningTypes.Connections.Versions,
    MachineLearningTypes.Connections.Action("read"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is null)
            return ArmError.NotFound(request.Target);

        var connections = arm.Resources.ChildrenOf(request.Target, MachineLearningTypes.Connections);
        foreach (var property in new[] { "target", "category" })
        {
            if (request.Query.GetValueOrDefault(property) is { Length: > 0 } wanted)
                connections = [.. connections.Where(connection => wanted.Equals(connection.Open().TextAt("properties", property), StringComparison.OrdinalIgnoreCase))];
        }

        return Page.Of(connections.Select(connection => MachineLearningTypes.Connections.View(connection, arm)), request, arm, "$skip");
    }
}
