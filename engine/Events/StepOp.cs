namespace Provisioning.Engine.Events;

/// <summary>What a step does to a resource; the wire and display names are Pulumi's, see <see cref="StepOpNames"/>.</summary>
public enum StepOp
{
    /// <summary>Nothing changes.</summary>
    Same,

    /// <summary>A resource is created.</summary>
    Create,

    /// <summary>A resource is updated in place.</summary>
    Update,

    /// <summary>A resource is deleted.</summary>
    Delete,

    /// <summary>The logical step of a replacement; its parts follow or precede.</summary>
    Replace,

    /// <summary>The creating half of a replacement.</summary>
    CreateReplacement,

    /// <summary>The deleting half of a replacement.</summary>
    DeleteReplaced,

    /// <summary>A resource managed elsewhere is read.</summary>
    Read,

    /// <summary>A read takes the place of a resource that was managed here.</summary>
    ReadReplacement,

    /// <summary>The state is brought up to date with the cloud.</summary>
    Refresh,

    /// <summary>A resource managed elsewhere leaves the state.</summary>
    Discard,

    /// <summary>The same inside a replacement.</summary>
    DiscardReplaced,

    /// <summary>A resource that was deleted for a replacement is not wanted any more.</summary>
    RemovePendingReplace,

    /// <summary>An existing resource becomes managed.</summary>
    Import,

    /// <summary>The same, taking the place of another one.</summary>
    ImportReplacement,
}
