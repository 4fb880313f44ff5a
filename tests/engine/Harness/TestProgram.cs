using Google.Protobuf.WellKnownTypes;
using Provisioning.Engine.Programs;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>What a test program registers with: the monitor's messages with the defaults of an SDK.</summary>
internal sealed class TestProgram(ProgramContext context)
{
    public const string ThingType = "test:index:Thing";
    public const string ComponentType = "test:index:Component";

    public ProgramContext Context => context;

    /// <summary>Registers a custom resource and waits for it.</summary>
    public Task<RegisterResourceResponse> RegisterAsync(
        string name, PropertyMap? inputs = null, Action<RegisterResourceRequest>? options = null, string type = ThingType)
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Custom = true,
            Object = Marshal(inputs ?? PropertyMap.Empty),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsPartialValues = true,
            AliasSpecs = true,
        };
        options?.Invoke(request);
        return context.Monitor.RegisterResourceAsync(request, default);
    }

    /// <summary>Registers a component.</summary>
    public Task<RegisterResourceResponse> RegisterComponentAsync(
        string name, Action<RegisterResourceRequest>? options = null, string type = ComponentType, PropertyMap? inputs = null) =>
        RegisterAsync(
            name,
            inputs,
            request =>
            {
                request.Custom = false;
                options?.Invoke(request);
            },
            type);

    /// <summary>Registers the stack resource.</summary>
    public Task<RegisterResourceResponse> RegisterStackAsync() =>
        RegisterComponentAsync($"{context.Project}-{context.Stack}", type: "pulumi:pulumi:Stack");

    /// <summary>Registers a provider resource; the answer is how others refer to it.</summary>
    public async Task<string> RegisterProviderAsync(string name, PropertyMap? inputs = null, Action<RegisterResourceRequest>? options = null)
    {
        var response = await RegisterAsync(name, inputs, options, "pulumi:providers:test");
        return $"{response.Urn}::{(response.Id.Length == 0 ? Signatures.Unknown : response.Id)}";
    }

    public Task CompleteAsync(string urn, PropertyMap outputs) => context.Monitor.RegisterResourceOutputsAsync(
        new RegisterResourceOutputsRequest { Urn = urn, Outputs = Marshal(outputs) }, default);

    public Task<ReadResourceResponse> ReadAsync(string name, string id, PropertyMap? known = null, Action<ReadResourceRequest>? options = null)
    {
        var request = new ReadResourceRequest
        {
            Type = ThingType,
            Name = name,
            Id = id,
            Properties = Marshal(known ?? PropertyMap.Empty),
            AcceptSecrets = true,
            AcceptResources = true,
        };
        options?.Invoke(request);
        return context.Monitor.ReadResourceAsync(request, default);
    }

    public async Task<PropertyMap> InvokeAsync(string token, PropertyMap args, Action<ResourceInvokeRequest>? options = null)
    {
        var request = new ResourceInvokeRequest { Tok = token, Args = Marshal(args), AcceptResources = true };
        options?.Invoke(request);
        var response = await context.Monitor.InvokeAsync(request, default);
        return PropertyMarshaller.Unmarshal(response.Return);
    }

    public static Struct Marshal(PropertyMap map) => PropertyMarshaller.Marshal(map, MarshalOptions.KeepAll);
}
