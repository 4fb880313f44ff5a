using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Tests.Fuzzing;

/// <summary>
/// A cloud in which a resource's id is its name, which is automatic and so another one for each replacement. What belongs to a
/// resource goes with it. Whatever should never be asked of it, it notes.
/// </summary>
internal sealed class FuzzCloud
{
    /// <summary>The one secret of all programs.</summary>
    public const string Plaintext = "hidden-from-everybody";

    private readonly ConcurrentQueue<string> violations = new();

    public FuzzCloud()
    {
        Cloud.ReplaceKeys = ["zone", "source", "owner"];
        Cloud.OnCheck = request => Task.FromResult(Check(request));
        Cloud.OnCreate = (request, _) => Task.FromResult<CreateResponse?>(Create(request));
        Cloud.OnUpdate = request => Task.FromResult(Update(request));
        Cloud.OnDelete = (request, _) => Delete(request);
    }

    public FakeCloud Cloud { get; } = new();

    /// <summary>Names of resources whose changes fail.</summary>
    public ImmutableArray<string> Fails { get; set; } = [];

    /// <summary>Whether they fail after they have taken effect.</summary>
    public bool FailsLate { get; set; }

    /// <summary>The ids under which an interrupted creation may have left something.</summary>
    public ImmutableHashSet<string> Interrupted { get; set; } = [];

    /// <summary>What was asked that never should be.</summary>
    public IReadOnlyCollection<string> Violations => violations;

    public ImmutableSortedDictionary<string, Struct> Content => Cloud.Resources.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public void Restore(IEnumerable<KeyValuePair<string, Struct>> content)
    {
        Cloud.Resources.Clear();
        foreach (var (id, properties) in content)
            Cloud.Resources[id] = properties;
    }

    /// <summary>Changes or removes a resource as somebody else would.</summary>
    public void Drift(string id, bool deletes)
    {
        if (deletes)
            Remove(id);
        else if (Cloud.Resources.TryGetValue(id, out var properties))
            Cloud.Resources[id] = With(properties, "size", Value.ForNumber(9));
    }

    private static Struct With(Struct properties, string key, Value value)
    {
        var changed = properties.Clone();
        changed.Fields[key] = value;
        return changed;
    }

    private static RpcException Failure(string what) => new(RpcStatusCode.Aborted, $"It was not possible to {what} it.");

    private CheckResponse Check(CheckRequest request)
    {
        var name = request.Olds.Fields.TryGetValue("name", out var old) ? old.StringValue : Cloud.NewId(request.Name);
        return new CheckResponse { Inputs = With(request.News, "name", Value.ForString(name)) };
    }

    private CreateResponse Create(CreateRequest request)
    {
        var id = request.Properties.Fields["name"].StringValue;
        var properties = With(request.Properties, "address", request.Preview ? Value.ForString(Signatures.Unknown) : Value.ForString($"address of {id}"));
        if (request.Preview)
            return new CreateResponse { Id = id, Properties = properties };

        var fails = Fails.Contains(request.Name);
        if (fails && !FailsLate)
            throw Failure("create");
        if (Cloud.Resources.ContainsKey(id) && !Interrupted.Contains(id))
            violations.Enqueue($"'{id}' is created although it exists");
        Cloud.Resources[id] = properties;
        return fails
            ? throw PartialFailure.Of(id, PropertyMarshaller.Unmarshal(properties), "It is not ready.")
            : new CreateResponse { Id = id, Properties = properties };
    }

    private UpdateResponse? Update(UpdateRequest request)
    {
        if (request.Preview)
            return null;
        var fails = Fails.Contains(request.Name);
        if (fails && !FailsLate)
            throw Failure("update");
        if (!Cloud.Resources.ContainsKey(request.Id))
            throw new RpcException(RpcStatusCode.NotFound, "It is not there.");
        if (!fails)
            return null;
        Cloud.Resources[request.Id] = With(request.News, "address", Value.ForString($"address of {request.Id}"));
        throw Failure("confirm the update of");
    }

    private Task Delete(DeleteRequest request)
    {
        var fails = Fails.Contains(request.Name);
        if (fails && !FailsLate)
            throw Failure("delete");
        Remove(request.Id);
        return fails ? throw Failure("confirm the deletion of") : Task.CompletedTask;
    }

    private void Remove(string id)
    {
        Cloud.Resources.TryRemove(id, out _);
        foreach (var part in Cloud.Resources.Where(resource => resource.Value.Fields.TryGetValue("owner", out var owner) && owner.StringValue == id))
            Remove(part.Key);
    }
}
