namespace Provisioning.Providers.Azure.Retries;

/// <summary>What must have happened in this run for a failure to be worth a retry.</summary>
internal enum RetryCondition
{
    /// <summary>Nothing.</summary>
    Always,

    /// <summary>The resource, or one that contains it, was created a moment ago.</summary>
    AfterCreate,

    /// <summary>A role was assigned to anybody a moment ago.</summary>
    AfterGrant,

    /// <summary>A role was assigned to the identity that this provider runs as a moment ago.</summary>
    AfterGrantToCaller,
}
