using Provisioning.Sdk.Generator.Schema;

namespace Provisioning.Sdk.Generator.Emission;

/// <summary>Writes what all classes of a package share: its version, defaults of invocations and its resource attribute.</summary>
internal static class SupportEmitter
{
    /// <summary>Writes the internal class <c>Utilities</c>, named as in the official packages.</summary>
    public static void WriteUtilities(CodeWriter code, PackageSchema package) => code.Write(
        $$"""
        internal static class Utilities
        {
            /// <summary>Version of the package, and so of the plugin that resources ask for.</summary>
            public const string Version = {{Literal.Text(package.Version)}};

            public static string? GetEnv(string name)
            {
                var value = Environment.GetEnvironmentVariable(name);
                return string.IsNullOrEmpty(value) ? null : value;
            }

            public static bool? GetEnvBoolean(string name) => GetEnv(name)?.ToLowerInvariant() switch
            {
                "1" or "t" or "true" => true,
                "0" or "f" or "false" => false,
                _ => null,
            };

            public static InvokeOptions WithDefaults(this InvokeOptions? options)
            {
                var defaults = options ?? new InvokeOptions();
                defaults.Version ??= Version;
                return defaults;
            }

            public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options)
            {
                var defaults = options ?? new InvokeOutputOptions();
                defaults.Version ??= Version;
                return defaults;
            }
        }
        """);

    /// <summary>Writes the attribute that ties a class to its token and to the package's version.</summary>
    public static void WriteAttribute(CodeWriter code, PackageSchema package) => code.Write(
        $$"""
        internal sealed class {{package.ResourceTypeAttribute}}Attribute : global::Pulumi.ResourceTypeAttribute
        {
            public {{package.ResourceTypeAttribute}}Attribute(string type)
                : base(type, Utilities.Version)
            {
            }
        }
        """);
}
