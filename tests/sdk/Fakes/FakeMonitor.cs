using System.Collections.Concurrent;
using Google.Protobuf;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Pulumi.Tests.Fakes;

/// <summary>Records requests and answers like an engine that creates everything: custom resources echo their inputs.</summary>
internal sealed class FakeMonitor : IResourceMonitor
{
    private readonly ConcurrentQueue<IMessage> requests = new();

    public HashSet<string> MissingFeatures { get; } = [];

    public Func<RegisterResourceRequest, RegisterResourceResponse, Task<RegisterResourceResponse>> OnRegister { get; init; } =
        (_, usual) => Task.FromResult(usual);

    public Func<ReadResourceRequest, ReadResourceResponse, ReadResourceResponse> OnRead { get; init; } = (_, usual) => usual;

    public Func<ResourceInvokeRequest, ResourceInvokeResponse> OnInvoke { get; init; } = request => new() { Return = request.Args };

    public Func<ResourceCallRequest, CallResponse> OnCall { get; init; } = request => new() { Return = request.Args };

    public Func<Task> OnSignal { get; init; } = () => Task.CompletedTask;

    public int Signals { get; private set; }

    public IReadOnlyList<IMessage> Requests => [.. requests];

    public IReadOnlyList<T> All<T>()
        where T : IMessage => [.. requests.OfType<T>()];

    public RegisterResourceRequest Registration(string name) => All<RegisterResourceRequest>().Single(request => request.Name == name);

    public Task<SupportsFeatureResponse> SupportsFeatureAsync(SupportsFeatureRequest request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        return Task.FromResult(new SupportsFeatureResponse { HasSupport = !MissingFeatures.Contains(request.Id) });
    }

    public Task<DeploymentInfo> GetDeploymentInfoAsync(CancellationToken cancellationToken) => Task.FromResult(new DeploymentInfo());

    public Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        cancellationToken.ThrowIfCancellationRequested();
        return OnRegister(request, new()
        {
            Urn = UrnOf(request.Parent, request.Type, request.Name),
            Id = request.Custom ? $"{request.Name}-id" : "",
            Object = request.Custom || request.Remote ? request.Object : new(),
        });
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        return Task.CompletedTask;
    }

    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        return Task.FromResult(OnRead(request, new() { Urn = UrnOf(request.Parent, request.Type, request.Name), Properties = request.Properties }));
    }

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        return Task.FromResult(OnInvoke(request));
    }

    public Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        return Task.FromResult(OnCall(request));
    }

    public Task SignalAndWaitForShutdownAsync(CancellationToken cancellationToken)
    {
        Signals++;
        return OnSignal();
    }

    private static string UrnOf(string parent, string type, string name)
    {
        var parentType = parent.Length == 0 ? "" : parent.Split("::")[2];
        var prefix = parentType is "" or "pulumi:pulumi:Stack" ? "" : parentType + "$";
        return $"urn:pulumi:dev::proj::{prefix}{type}::{name}";
    }
}
