using Provisioning.Protocol.Values;
using Pulumirpc;
using static Provisioning.Engine.Tests.Harness.TestRequests;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>One resource of a random program, with the names of the earlier ones it refers to.</summary>
internal sealed record Declaration(
    string Name,
    bool IsComponent,
    string? Parent,
    string? Input,
    string? Order,
    string? DeletedWith,
    string? ReplaceWith,
    int Zone,
    bool DeletesFirst)
{
    public async Task<RegisterResourceResponse> RegisterAsync(TestProgram program, IReadOnlyDictionary<string, Task<RegisterResourceResponse>> others)
    {
        // Looked up before the first wait, while only earlier declarations are there.
        var references = new[] { Parent, Input, Order, DeletedWith, ReplaceWith }.OfType<string>().Distinct().ToDictionary(name => name, name => others[name]);
        await Task.WhenAll(references.Values);
        var inputs = Map(("size", Zone));
        if (Input is not null)
            inputs = inputs.With("zone", IdOf(references[Input]));
        if (DeletedWith is not null)
            inputs = inputs.With("owner", IdOf(references[DeletedWith]));
        return IsComponent
            ? await program.RegisterComponentAsync(Name, request => Configure(request, references))
            : await program.RegisterAsync(Name, inputs, request => Configure(request, references));
    }

    /// <summary>What an SDK makes of the answer: an id that there is not yet is unknown.</summary>
    private static PropertyValue IdOf(Task<RegisterResourceResponse> other) => other.Result.Id.Length == 0 ? PropertyValue.Unknown : other.Result.Id;

    private void Configure(RegisterResourceRequest request, IReadOnlyDictionary<string, Task<RegisterResourceResponse>> references)
    {
        request.Parent = Parent is null ? "" : references[Parent].Result.Urn;
        request.DeletedWith = DeletedWith is null || IsComponent ? "" : references[DeletedWith].Result.Urn;
        request.DeleteBeforeReplace = DeletesFirst;
        request.DeleteBeforeReplaceDefined = DeletesFirst;
        if (ReplaceWith is not null && !IsComponent)
            request.ReplaceWith.Add(references[ReplaceWith].Result.Urn);
        if (Order is not null)
            request.DependsOn(references[Order].Result.Urn);
        if (Input is not null && !IsComponent)
            request.InputDependsOn("zone", references[Input].Result.Urn);
        if (DeletedWith is not null && !IsComponent)
            request.InputDependsOn("owner", references[DeletedWith].Result.Urn);
    }
}
