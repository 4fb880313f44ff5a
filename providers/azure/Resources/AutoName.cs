namespace Provisioning.Providers.Azure.Resources;

/// <summary>How azure-native names a resource whose name input is not given.</summary>
internal enum AutoName
{
    /// <summary>Not at all: the name is required, or the service chooses it.</summary>
    None,

    /// <summary>The logical name and eight hexadecimal digits from the engine's seed.</summary>
    Random,

    /// <summary>The logical name itself: children are unique within their parent.</summary>
    Copy,

    /// <summary>A UUID from the engine's seed.</summary>
    Uuid,
}
