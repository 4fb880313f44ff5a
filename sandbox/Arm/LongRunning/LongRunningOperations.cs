using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Arm.LongRunning;

/// <summary>
/// The operations under way. Nothing runs in the background: <see cref="Settle"/> carries out what the clock has made due, in the order
/// in which it became due, and is called before each request is looked at.
/// </summary>
internal sealed class LongRunningOperations
{
    private static readonly TimeSpan Retention = TimeSpan.FromHours(6);

    private readonly WorldTable<LongRunningOperation> _table;
    private readonly PriorityQueue<LongRunningOperation, (DateTimeOffset DueAt, long Order)> _pending = new();
    private readonly Dictionary<string, int> _busy = new(StringComparer.OrdinalIgnoreCase);
    private readonly SandboxContext _sandbox;
    private long _order;

    /// <summary>Takes up the operations a former run left.</summary>
    public LongRunningOperations(SandboxContext sandbox)
    {
        _sandbox = sandbox;
        _table = sandbox.World.Table<LongRunningOperation>("operations");
        foreach (var operation in _table.All().OrderBy(operation => operation.StartedAt))
        {
            if (!operation.IsSettled)
                Enqueue(operation);
            else if (operation.DueAt + Retention < sandbox.Now)
                _table.Remove(operation.Id);
        }
    }

    /// <summary>The operation of an id, or null.</summary>
    public LongRunningOperation? Find(string id) => _table.Find(id);

    /// <summary>Whether an operation works on a resource.</summary>
    public bool IsBusy(ArmId resource) => _busy.ContainsKey(resource.Value);

    /// <summary>Begins an operation on a resource.</summary>
    /// <param name="resource">What it works on.</param>
    /// <param name="duration">How long it takes; with zero it is done at the next look.</param>
    /// <param name="settlement">How it ends.</param>
    public LongRunningOperation Start(ArmId resource, TimeSpan duration, Settlement settlement)
    {
        var operation = new LongRunningOperation
        {
            Id = _sandbox.Random.NewGuid().ToString(),
            ResourceId = resource.Value,
            StartedAt = _sandbox.Now,
            DueAt = _sandbox.Now + duration,
            Settlement = settlement,
            Signature = Base64UrlEncoder.Encode(_sandbox.Random.NextBytes(32)),
        };
        _table.Put(operation.Id, operation);
        Enqueue(operation);
        return operation;
    }

    /// <summary>Carries out what is due.</summary>
    public void Settle(ArmWorld arm)
    {
        while (_pending.TryPeek(out var operation, out var priority) && priority.DueAt <= _sandbox.Now)
        {
            _pending.Dequeue();
            Release(operation.ResourceId);
            Carry(operation, arm);
            _table.Put(operation.Id, operation with { IsSettled = true });
        }
    }

    private static void Carry(LongRunningOperation operation, ArmWorld arm)
    {
        var id = ArmId.Parse(operation.ResourceId);
        switch (operation.Settlement)
        {
            case Settlement.Succeed { Properties: var late }:
                arm.Resources.Change(id, body => Succeed(body, late is { } element ? JsonObject.Create(element) : null));
                break;
            case Settlement.Remove:
                arm.Removal.Remove(id);
                break;
            case Settlement.Purge:
                arm.Removal.Remove(id);
                arm.SoftDeleted.Purge(id);
                break;
            case Settlement.Fail:
                arm.Resources.Change(id, body => body.Open("properties")["provisioningState"] = "Failed");
                break;
            default:
                throw new InvalidOperationException($"'{operation.Settlement}' is no known settlement.");
        }
    }

    private static void Succeed(JsonObject body, JsonObject? late)
    {
        var properties = body.Open("properties");
        properties["provisioningState"] = "Succeeded";
        foreach (var (name, value) in late ?? [])
            properties[name] = value?.DeepClone();
    }

    private void Enqueue(LongRunningOperation operation)
    {
        _pending.Enqueue(operation, (operation.DueAt, _order++));
        _busy[operation.ResourceId] = _busy.GetValueOrDefault(operation.ResourceId) + 1;
    }

    private void Release(string resourceId)
    {
        if (--_busy[resourceId] is 0)
            _busy.Remove(resourceId);
    }
}
