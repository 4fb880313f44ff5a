namespace Provisioning.Engine.State;

/// <summary>What is wrong with a state.</summary>
public enum StateErrorCode
{
    /// <summary>The file is no JSON, or a member has the wrong type.</summary>
    Unreadable,

    /// <summary>The file has a version this engine does not know.</summary>
    UnsupportedVersion,

    /// <summary>The file uses a feature this engine does not have.</summary>
    UnsupportedFeature,

    /// <summary>A property value has a signature this engine does not know.</summary>
    UnknownSignature,

    /// <summary>The manifest's magic does not belong to its version, so the file was edited.</summary>
    MagicMismatch,

    /// <summary>A resource has no URN, or one that is none.</summary>
    InvalidUrn,

    /// <summary>A resource has no type, or another one than its URN.</summary>
    InvalidType,

    /// <summary>A component has an id.</summary>
    ComponentWithId,

    /// <summary>A resource's provider is no reference to a provider.</summary>
    InvalidProvider,

    /// <summary>A resource's provider does not come before it.</summary>
    UnknownProvider,

    /// <summary>A resource refers to one that comes after it.</summary>
    WrongOrder,

    /// <summary>A resource refers to one that is not in the state.</summary>
    MissingReference,

    /// <summary>Two resources that are not marked for deletion have one URN.</summary>
    DuplicateUrn,

    /// <summary>A secret must be read or written, and the stack has nothing to do it with.</summary>
    NoSecretsManager,

    /// <summary>The state is of another stack.</summary>
    WrongStack,

    /// <summary>The journal of an interrupted operation has a damaged entry before its end.</summary>
    JournalDamaged,

    /// <summary>The checkpoint was changed by somebody else after an operation was interrupted.</summary>
    JournalDiverged,
}
