using System.Diagnostics.CodeAnalysis;

namespace Provisioning.Infra.Model;

/// <summary>
/// Id of an Azure resource, resource group, subscription or management group. Azure compares ids without regard to case and
/// returns them in whatever casing it likes, so equality ignores case; the written casing is kept for display.
/// </summary>
public sealed class ArmId : IEquatable<ArmId>
{
    /// <summary>What a document writes instead of a subscription GUID to mean the deployment's own subscription.</summary>
    public const string SubscriptionPlaceholder = "${subscription}";

    private const string Providers = "providers";
    private readonly string text;

    private ArmId(string text, string subscription, string resourceGroup, string type, string name)
    {
        this.text = text;
        OwnSubscription = subscription == SubscriptionPlaceholder;
        Subscription = OwnSubscription || subscription.Length == 0 ? null : new SubscriptionId(Guid.Parse(subscription));
        ResourceGroup = resourceGroup;
        ResourceType = type;
        Name = name;
    }

    /// <summary>The subscription; null for <see cref="OwnSubscription"/> and for ids above subscriptions.</summary>
    public SubscriptionId? Subscription { get; }

    /// <summary>Whether the id lies in the deployment's own subscription, whichever that is.</summary>
    public bool OwnSubscription { get; }

    /// <summary>Name of the resource group; empty for ids outside of one.</summary>
    public string ResourceGroup { get; }

    /// <summary>
    /// Full type, such as <c>Microsoft.Storage/storageAccounts/blobServices/containers</c>;
    /// <c>Microsoft.Resources/subscriptions</c> and <c>Microsoft.Resources/resourceGroups</c> for those.
    /// </summary>
    public string ResourceType { get; }

    /// <summary>Last part of the id.</summary>
    public string Name { get; }

    /// <summary>Reads an id: with a leading slash, in pairs of type and name, with a GUID or the placeholder as subscription.</summary>
    /// <param name="text">The id.</param>
    /// <param name="id">The id that was read.</param>
    /// <returns>False when the text is no id.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ArmId? id)
    {
        id = null;
        if (text.Length < 2 || text[0] != '/')
            return false;
        string[] parts = text[1..].TrimEnd('/').Split('/');
        if (parts.Length % 2 != 0 || parts.Any(part => part.Length == 0 || part != part.Trim()))
            return false;

        int next = 0;
        string subscription = "", group = "", type = "", name = "";
        if (Is(parts, next, "subscriptions"))
        {
            (type, name) = ("Microsoft.Resources/subscriptions", subscription = parts[next + 1]);
            if (subscription != SubscriptionPlaceholder && !Guid.TryParseExact(subscription, "D", out _))
                return false;
            next += 2;
        }

        if (next > 0 && Is(parts, next, "resourceGroups"))
        {
            (type, name) = ("Microsoft.Resources/resourceGroups", group = parts[next + 1]);
            next += 2;
        }

        while (next < parts.Length)
        {
            if (!Is(parts, next, Providers) || next + 3 >= parts.Length || !parts[next + 1].Contains('.'))
                return false;
            type = parts[next + 1];
            for (next += 2; next < parts.Length && !Is(parts, next, Providers); next += 2)
                (type, name) = ($"{type}/{parts[next]}", parts[next + 1]);
        }

        id = new ArmId('/' + string.Join('/', parts), subscription, group, type, name);
        return true;
    }

    /// <summary>Reads an id that is known to be well formed.</summary>
    /// <param name="text">The id.</param>
    /// <exception cref="FormatException">The text is no id.</exception>
    public static ArmId Parse(string text) =>
        TryParse(text, out ArmId? id) ? id : throw new FormatException($"'{text}' is not an Azure resource id.");

    /// <summary>Whether the resource is of a type; casing does not matter.</summary>
    /// <param name="resourceType">Type such as <c>Microsoft.KeyVault/vaults</c>.</param>
    public bool IsOf(string resourceType) => ResourceType.Equals(resourceType, StringComparison.OrdinalIgnoreCase);

    /// <summary>The id as Azure takes it.</summary>
    /// <param name="own">The deployment's subscription, which replaces the placeholder.</param>
    public string In(SubscriptionId own) => text.Replace(SubscriptionPlaceholder, own.ToString(), StringComparison.Ordinal);

    /// <summary>The same id with the placeholder replaced.</summary>
    /// <param name="own">The deployment's subscription.</param>
    public ArmId WithSubscription(SubscriptionId own) => OwnSubscription ? Parse(In(own)) : this;

    /// <inheritdoc/>
    public bool Equals(ArmId? other) => other is not null && text.Equals(other.text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ArmId);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(text);

    /// <summary>The id as the document writes it.</summary>
    public override string ToString() => text;

    private static bool Is(string[] parts, int index, string word) =>
        index < parts.Length && parts[index].Equals(word, StringComparison.OrdinalIgnoreCase);
}
