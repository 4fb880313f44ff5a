using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>Writes what a program is told about its resources, in the forms it asked for.</summary>
internal static class ProgramReply
{
    /// <summary>The answer to a registration.</summary>
    public static RegisterResourceResponse ToRegistration(RegisterResourceRequest request, Urn urn, RegistrationResult result)
    {
        var outputs = result.State is { Custom: true } resource ? resource.Outputs : PropertyMap.Empty;
        if (!request.SupportsPartialValues)
            outputs = PropertyMap.Create(outputs.AsEnumerable().Where(output => !output.Value.ContainsUnknowns()));
        return new RegisterResourceResponse
        {
            Urn = urn.ToString(),
            Id = result.State?.Id ?? "",
            Object = PropertyMarshaller.Marshal(outputs, Options(request.AcceptSecrets, request.AcceptResources)),
            Result = result.Result,
            Unknown = result is { Result: Result.Success, State: null },
        };
    }

    /// <summary>The answer to a read.</summary>
    public static ReadResourceResponse ToRead(ReadResourceRequest request, ResourceState resource) => new()
    {
        Urn = resource.Urn.ToString(),
        Properties = PropertyMarshaller.Marshal(resource.Outputs, Options(request.AcceptSecrets, request.AcceptResources)),
    };

    /// <summary>How values are written for a program; output values are never sent.</summary>
    public static MarshalOptions Options(bool acceptSecrets, bool acceptResources) => new()
    {
        KeepUnknowns = true,
        KeepSecrets = acceptSecrets,
        KeepResources = acceptResources,
    };
}
