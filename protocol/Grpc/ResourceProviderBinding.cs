using Provisioning.Protocol.Services;

namespace Provisioning.Protocol.Grpc;

/// <summary>Offers an <see cref="IResourceProvider"/> of this process on a server.</summary>
public static class ResourceProviderBinding
{
    /// <summary>Adds its methods.</summary>
    public static GrpcMethodTable AddResourceProvider(this GrpcMethodTable methods, IResourceProvider service) => methods
        .Add(ResourceProviderMethods.Handshake, service.HandshakeAsync)
        .Add(ResourceProviderMethods.Attach, service.AttachAsync)
        .Add(ResourceProviderMethods.Parameterize, service.ParameterizeAsync)
        .Add(ResourceProviderMethods.GetSchema, service.GetSchemaAsync)
        .Add(ResourceProviderMethods.CheckConfig, service.CheckConfigAsync)
        .Add(ResourceProviderMethods.DiffConfig, service.DiffConfigAsync)
        .Add(ResourceProviderMethods.Configure, service.ConfigureAsync)
        .Add(ResourceProviderMethods.Invoke, service.InvokeAsync)
        .Add(ResourceProviderMethods.Call, service.CallAsync)
        .Add(ResourceProviderMethods.Check, service.CheckAsync)
        .Add(ResourceProviderMethods.Diff, service.DiffAsync)
        .Add(ResourceProviderMethods.Create, service.CreateAsync)
        .Add(ResourceProviderMethods.Read, service.ReadAsync)
        .Add(ResourceProviderMethods.Update, service.UpdateAsync)
        .Add(ResourceProviderMethods.Delete, service.DeleteAsync)
        .Add(ResourceProviderMethods.Construct, service.ConstructAsync)
        .Add(ResourceProviderMethods.Cancel, (_, cancellationToken) => service.CancelAsync(cancellationToken))
        .Add(ResourceProviderMethods.GetPluginInfo, (_, cancellationToken) => service.GetPluginInfoAsync(cancellationToken));
}
