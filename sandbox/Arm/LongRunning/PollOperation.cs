namespace Provisioning.Sandbox.Arm.LongRunning;

/// <summary>Looks after a long-running operation.</summary>
/// <param name="route">Where.</param>
internal abstract class PollOperation(PollingRoute route) : ArmOperation("GET", route.Route, route.Versions, permission: "")
{
    /// <inheritdoc/>
    public sealed override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Operations.Find(request.Route["operationId"]) is not { } operation)
            return new ArmError(404, "OperationNotFound", $"The operation '{request.Route["operationId"]}' is unknown or too old.");
        if (route.IsSigned && request.Query.GetValueOrDefault("h") != operation.Signature)
            return ArmError.Invalid("The address of the operation was changed. Poll it exactly as it was given.");

        return Answer(operation, request, arm);
    }

    /// <summary>Answers as the provider does at this address.</summary>
    protected abstract ArmResponse Answer(LongRunningOperation operation, ArmRequest request, ArmWorld arm);

    /// <summary>The answer of an <c>Azure-AsyncOperation</c> address: 200 with the operation's state.</summary>
    protected static ArmResponse StatusOf(LongRunningOperation operation, ArmRequest request, ArmWorld arm)
    {
        var response = ArmResponse.Ok(operation.ToJson(request.Path));
        return operation.IsSettled ? response : ComeBack(response, arm);
    }

    /// <summary>The answer of a <c>Location</c> address: 202 while it runs, then what the request would have answered.</summary>
    protected static ArmResponse ResultOf(LongRunningOperation operation, ArmWorld arm)
    {
        if (!operation.IsSettled)
            return ComeBack(new ArmResponse(202), arm);

        return operation.Settlement switch
        {
            Settlement.Fail { Error: var error } => error,
            Settlement.Remove or Settlement.Purge => ArmResponse.NoContent,
            Settlement.Succeed => arm.View(ArmId.Parse(operation.ResourceId)) is { } view ? ArmResponse.Ok(view) : ArmResponse.NoContent,
            var other => throw new InvalidOperationException($"'{other}' is no known settlement."),
        };
    }

    private static ArmResponse ComeBack(ArmResponse response, ArmWorld arm) => response with
    {
        Headers = new Dictionary<string, string> { ["Retry-After"] = Polling.RetryAfter(arm.Sandbox) },
    };
}
