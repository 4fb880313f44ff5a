namespace Provisioning.Engine.State.Editing;

/// <summary>Why a state is not changed by hand.</summary>
public enum StateEditRefusal
{
    /// <summary>The state has no resource of that URN.</summary>
    NoSuchResource,

    /// <summary>The resource is protected.</summary>
    Protected,

    /// <summary>Other resources refer to the resource.</summary>
    HasDependents,

    /// <summary>The resource cannot have the name.</summary>
    UnusableName,

    /// <summary>What is wrong with the state cannot be mended without a guess.</summary>
    BeyondRepair,

    /// <summary>The stack to be removed has resources.</summary>
    StackNotEmpty,

    /// <summary>The stack cannot have the name.</summary>
    UnusableStackName,

    /// <summary>Another stack has the name that a stack would get.</summary>
    StackExists,
}
