using System.Collections.Immutable;
using System.Globalization;

namespace Provisioning.Engine.Projects;

/// <summary>A value of the configuration as a file holds it: typed as in YAML, secrets encrypted.</summary>
public abstract record ConfigValue
{
    private ConfigValue()
    {
    }

    /// <summary>Whether it is, or holds, an encrypted value.</summary>
    public abstract bool IsSecret { get; }

    /// <summary>A string.</summary>
    public static ConfigValue FromString(string text) => new Plain(text, ConfigScalarKind.String);

    /// <summary>
    /// What <c>config set --path</c> makes of an argument: <c>true</c> and <c>false</c> are booleans, decimal integers
    /// without leading zeros are integers, all else is a string.
    /// </summary>
    public static ConfigValue FromArgument(string text)
    {
        if (text is "true" or "false")
            return new Plain(text, ConfigScalarKind.Boolean);

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text
            ? new Plain(text, ConfigScalarKind.Integer)
            : FromString(text);
    }

    /// <summary>A scalar in plain text.</summary>
    /// <param name="Text">The canonical text: <c>true</c>, <c>8080</c>, <c>westeurope</c>; empty for null.</param>
    /// <param name="Kind">What YAML takes it for.</param>
    public sealed record Plain(string Text, ConfigScalarKind Kind) : ConfigValue
    {
        /// <inheritdoc/>
        public override bool IsSecret => false;
    }

    /// <summary>An encrypted string: the map with the one member <c>secure</c>.</summary>
    /// <param name="Ciphertext">Pulumi's form <c>v1:&lt;nonce&gt;:&lt;data&gt;</c>.</param>
    public sealed record Secure(string Ciphertext) : ConfigValue
    {
        /// <inheritdoc/>
        public override bool IsSecret => true;
    }

    /// <summary>A list.</summary>
    public sealed record List(ImmutableArray<ConfigValue> Items) : ConfigValue
    {
        /// <inheritdoc/>
        public override bool IsSecret => Items.Any(item => item.IsSecret);

        /// <inheritdoc/>
        public bool Equals(List? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Length;
    }

    /// <summary>A map.</summary>
    /// <param name="Members">Its members in ordinal order.</param>
    public sealed record Map(ImmutableSortedDictionary<string, ConfigValue> Members) : ConfigValue
    {
        /// <summary>The map without members.</summary>
        public static Map Empty { get; } = new(ImmutableSortedDictionary.Create<string, ConfigValue>(StringComparer.Ordinal));

        /// <inheritdoc/>
        public override bool IsSecret => Members.Values.Any(member => member.IsSecret);

        /// <inheritdoc/>
        public bool Equals(Map? other) => other is not null && Members.SequenceEqual(other.Members);

        /// <inheritdoc/>
        public override int GetHashCode() => Members.Count;
    }
}
