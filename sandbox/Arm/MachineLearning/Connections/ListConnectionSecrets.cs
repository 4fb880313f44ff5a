namespace Provisioning.Sandbox.Arm.MachineLearning.Connections;

/// <summary>Reads a connection with its secrets.</summary>
internal sealed class ListConnectionSecrets() : ArmOperation(
    "POST",
    MachineLearningTypes.Connections.Route + "/listsecrets",
    MachineLearningTypes.Connections.Versions,
    MachineLearningTypes.Connections.Action("listsecrets/action"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is not { } connection)
            return ArmError.NotFound(request.Target);

        var view = MachineLearningTypes.Connections.View(connection, arm);
        if (connection.Secrets is not null)
            view.Open("properties")["credentials"] = connection.OpenSecrets().Copy();
        return ArmResponse.Ok(view);
    }
}
