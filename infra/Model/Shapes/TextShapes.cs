using System.Globalization;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>Texts of fixed forms that several sections use.</summary>
internal static class TextShapes
{
    private const string GuidPattern = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
    private const string ShortNamePattern = "^[A-Za-z](?!.*--)(?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$";

    /// <summary>Any text but the empty one.</summary>
    public static TextShape Any { get; } = new("a text");

    /// <summary>A value of a tag or label; numbers and booleans need no quotes.</summary>
    public static TextShape Loose { get; } = new("a text") { Loose = true };

    /// <summary>Short name of an entry.</summary>
    public static TextShape ShortName { get; } = new("a short name") { Pattern = ShortNamePattern };

    /// <summary>A GUID with dashes.</summary>
    public static TextShape Guid { get; } = new("a GUID") { Pattern = GuidPattern };

    /// <summary>Id of an Azure resource.</summary>
    public static TextShape ResourceId { get; } = new("a resource id: /subscriptions/…/resourceGroups/…/providers/…")
    {
        Pattern = "^/.+[^/]$",
        Accepts = text => ArmId.TryParse(text, out _),
    };

    /// <summary>Issuer of federated tokens.</summary>
    public static TextShape Issuer { get; } = new("an issuer: an https address without query, fragment or blanks")
    {
        Accepts = text => Model.Issuer.TryParse(text, out _),
    };

    /// <summary>Subject of federated tokens.</summary>
    public static TextShape Subject { get; } = new($"a subject of at most {Model.Subject.MaxLength} characters, without blanks at its ends")
    {
        MaxLength = Model.Subject.MaxLength,
        Accepts = text => text.Trim() == text,
    };

    /// <summary>Address of a service.</summary>
    public static TextShape Endpoint { get; } = new("an https address (http on loopback only)")
    {
        Accepts = text => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)),
    };

    /// <summary>A calendar day.</summary>
    public static TextShape Date { get; } = new("a date such as 2026-12-31")
    {
        Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        Format = "date",
        Accepts = text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
    };

    /// <summary>Azure region, in either of Azure's spellings.</summary>
    public static TextShape Location { get; } = new("an Azure region such as westeurope") { Pattern = "^[A-Za-z][A-Za-z0-9 ]{2,39}$" };

    /// <summary>Size of a virtual machine.</summary>
    public static TextShape MachineSize { get; } = new("a virtual machine size such as STANDARD_DS3_V2")
    {
        Pattern = "^[A-Za-z]+_[A-Za-z0-9_-]{2,60}$",
    };

    /// <summary>A Kubernetes quantity.</summary>
    public static TextShape Quantity { get; } = new("a Kubernetes quantity such as 2, 500m or 4Gi")
    {
        Pattern = "^[0-9]+(\\.[0-9]+)?(m|k|Ki|M|Mi|G|Gi|T|Ti|P|Pi)?$",
        Loose = true,
    };

    /// <summary>Name of a Kubernetes namespace and of whatever else is a DNS label.</summary>
    public static TextShape DnsLabel { get; } = new("a Kubernetes name: up to 63 lower-case letters, digits and hyphens, none at the ends")
    {
        Pattern = "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
    };

    /// <summary>Name of a Kubernetes service account.</summary>
    public static TextShape ServiceAccount { get; } = new("the name of a service account: lower-case letters, digits, hyphens and dots")
    {
        Pattern = "^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$",
    };

    /// <summary>A name on another platform, which ends up as one part of a subject.</summary>
    public static TextShape SubjectPart { get; } = new("a name without colons, slashes or blanks") { Pattern = "^[^\\s:/]{1,128}$" };

    /// <summary>A mention of an entry, alone or with its section.</summary>
    /// <param name="noun">What is mentioned, with its article.</param>
    public static TextShape Reference(string noun) => new($"the short name of {noun}")
    {
        Pattern = "^(?:[A-Za-z]+\\.)?[A-Za-z][A-Za-z0-9-]{0,62}$",
    };

    /// <summary>A mention of an entry or of a part of it.</summary>
    /// <param name="noun">What is mentioned, with its article.</param>
    public static TextShape ReferenceWithPart(string noun) => new($"the short name of {noun}")
    {
        Pattern = "^(?:[A-Za-z]+\\.)?[A-Za-z][A-Za-z0-9-]{0,62}(?:/[A-Za-z0-9-]{1,127})?$",
    };
}
