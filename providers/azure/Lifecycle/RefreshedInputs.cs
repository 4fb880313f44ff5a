using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Diffing;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Lifecycle;

/// <summary>Brings inputs in line with a resource that was changed behind our back.</summary>
/// <remarks>
/// Only what differs between the outputs in state and the outputs now is taken over, so that values the service does not
/// return, or returns in another form, do not look changed. This is what azure-native does.
/// </remarks>
internal static class RefreshedInputs
{
    /// <summary>The inputs after a refresh.</summary>
    /// <param name="comparison">How values of the type compare.</param>
    /// <param name="inputs">The inputs in state.</param>
    /// <param name="before">The inputs that the outputs in state tell.</param>
    /// <param name="after">The inputs that the outputs now tell.</param>
    public static PropertyMap Merge(InputComparison comparison, PropertyMap inputs, PropertyMap before, PropertyMap after) =>
        Merge(comparison, "", inputs, before, after);

    private static PropertyMap Merge(InputComparison comparison, string path, PropertyMap inputs, PropertyMap before, PropertyMap after)
    {
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var shape = WireNames.Join(path, key);
            var (old, was, now) = (inputs.GetOrNull(key), before.GetOrNull(key), after.GetOrNull(key));
            if (comparison.AreEqual(shape, was, now))
                continue;

            inputs = (old.Plain(), was, now) switch
            {
                (_, _, PropertyValue.NullValue) => inputs.Without(key),
                (PropertyValue.ObjectValue, PropertyValue.ObjectValue from, PropertyValue.ObjectValue to) when old is PropertyValue.ObjectValue current =>
                    inputs.With(key, new PropertyValue.ObjectValue(Merge(comparison, shape, current.Members, from.Members, to.Members))),
                _ => inputs.With(key, old is PropertyValue.SecretValue ? new PropertyValue.SecretValue(now) : now),
            };
        }

        return inputs;
    }
}
