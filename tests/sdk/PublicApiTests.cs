using System.Reflection;
using Pulumi.Hosting;

namespace Pulumi.Tests;

/// <summary>Programs must compile against the official package as well, so nothing of ours may leak into what they see.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Visible = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void PublicTypes_ShowNoneOfOurTypes_ExceptTheHostingSeam()
    {
        var leaks =
            from type in typeof(Output).Assembly.GetExportedTypes()
            where type != typeof(DeploymentSettings)
            from method in type.GetMembers(Visible).OfType<MethodBase>()
            where method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly
            from used in method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType ?? typeof(void))
            where Flatten(used).Any(part => part.Namespace is { } name && (name.StartsWith("Provisioning", StringComparison.Ordinal) || name is "Pulumirpc" || name.StartsWith("Google", StringComparison.Ordinal)))
            select $"{type.Name}.{method.Name}";

        Assert.Empty(leaks);
    }

    [Fact]
    public void PublicTypes_AreInTheOfficialNamespaces() =>
        Assert.Equal(
            ["Pulumi", "Pulumi.Hosting", "Pulumi.Testing", "Pulumi.Utilities"],
            typeof(Output).Assembly.GetExportedTypes().Select(type => type.Namespace ?? "").Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<System.Type> Flatten(System.Type type) =>
        type.HasElementType ? Flatten(type.GetElementType() ?? type) : [type, .. type.GetGenericArguments().SelectMany(Flatten)];
}
