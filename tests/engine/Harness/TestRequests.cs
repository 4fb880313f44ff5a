using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>Short ways to write property maps and the options of registrations.</summary>
internal static class TestRequests
{
    public static PropertyMap Map(params ReadOnlySpan<(string Key, PropertyValue Value)> members)
    {
        var map = PropertyMap.Empty;
        foreach (var (key, value) in members)
            map = map.With(key, value);
        return map;
    }

    public static PropertyValue Secret(PropertyValue value) => new PropertyValue.SecretValue(value);

    public static PropertyValue Object(params ReadOnlySpan<(string Key, PropertyValue Value)> members) => new PropertyValue.ObjectValue(Map(members));

    public static PropertyValue List(params PropertyValue[] items) => new PropertyValue.ArrayValue([.. items]);

    /// <summary>The whole resource depends on others, without any input doing so.</summary>
    public static RegisterResourceRequest DependsOn(this RegisterResourceRequest request, params IEnumerable<string> urns)
    {
        request.Dependencies.AddRange(urns);
        foreach (var key in request.Object.Fields.Keys)
            request.PropertyDependencies.TryAdd(key, new RegisterResourceRequest.Types.PropertyDependencies());
        return request;
    }

    /// <summary>One input depends on another resource.</summary>
    public static RegisterResourceRequest InputDependsOn(this RegisterResourceRequest request, string key, string urn)
    {
        request.Dependencies.Add(urn);
        request.PropertyDependencies[key] = new RegisterResourceRequest.Types.PropertyDependencies { Urns = { urn } };
        return request;
    }
}
