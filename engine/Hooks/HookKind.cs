namespace Provisioning.Engine.Hooks;

/// <summary>When a hook is called. The names are those of Pulumi's state (sdk/go/common/resource/resource_hooks.go).</summary>
internal enum HookKind
{
    /// <summary>Before a resource is created; a failure prevents that.</summary>
    BeforeCreate,

    /// <summary>After a resource was created.</summary>
    AfterCreate,

    /// <summary>Before a resource is updated; a failure prevents that.</summary>
    BeforeUpdate,

    /// <summary>After a resource was updated.</summary>
    AfterUpdate,

    /// <summary>Before a resource is deleted; a failure prevents that.</summary>
    BeforeDelete,

    /// <summary>After a resource was deleted.</summary>
    AfterDelete,

    /// <summary>When one of these failed: it says whether to try again.</summary>
    OnError,
}
