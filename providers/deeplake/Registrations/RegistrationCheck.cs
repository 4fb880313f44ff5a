using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Registrations;

/// <summary>Validates the inputs of a registration and brings ids into their normal form. Unknown values pass.</summary>
internal static class RegistrationCheck
{
    private const int LongestName = 255;

    /// <summary>Checks inputs.</summary>
    /// <returns>The inputs in normal form, and what is wrong with them.</returns>
    public static (PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures) Check(PropertyMap news)
    {
        var failures = new List<CheckFailure>();
        foreach (var unknown in news.Keys.Where(key => !RegistrationProperties.Inputs.Contains(key) && !key.StartsWith("__", StringComparison.Ordinal)))
            Fail(unknown, $"A workload identity has no property '{unknown}'. It has {string.Join(", ", RegistrationProperties.Inputs)}.");

        var inputs = news;
        foreach (var name in RegistrationProperties.Inputs)
        {
            switch (PlainValue.Of(news.GetOrNull(name)))
            {
                case PropertyValue.UnknownValue:
                    break;
                case PropertyValue.NullValue:
                    Fail(name, $"The property '{name}' of a workload identity is required.");
                    break;
                case PropertyValue.StringValue text when Complaint(name, text.Value) is { } complaint:
                    Fail(name, complaint);
                    break;
                case PropertyValue.StringValue text:
                    inputs = inputs.With(name, PlainValue.Replace(news[name], Normalize(name, text.Value)));
                    break;
                default:
                    Fail(name, $"The property '{name}' of a workload identity must be a string.");
                    break;
            }
        }

        return (inputs, failures);

        void Fail(string property, string reason) => failures.Add(new CheckFailure { Property = property, Reason = reason });
    }

    /// <summary>The normal form of a value: UUIDs in lower case with hyphens, everything else as it is.</summary>
    public static string Normalize(string name, string value) =>
        name != RegistrationProperties.Name && Guid.TryParse(value, out var id) ? id.ToString("D") : value;

    private static string? Complaint(string name, string value) => name switch
    {
        RegistrationProperties.Name => value.Length is 0 or > LongestName
            ? $"The name of a workload identity has 1 to {LongestName} characters; this one has {value.Length}."
            : null,
        RegistrationProperties.OrganizationId => !RegistrationId.IsOrganization(value)
            ? $"'{value}' is no organization id. Take it from the organization's settings: a UUID, or a slug without '/' and blanks."
            : null,
        RegistrationProperties.ClientId or RegistrationProperties.TenantId => !Guid.TryParse(value, out var id) || id == Guid.Empty
            ? $"The property '{name}' must be a UUID, not '{value}'."
            : null,
        _ => throw new InvalidOperationException($"Unhandled property {name}."),
    };
}
