namespace Provisioning.Providers.Azure.Http;

/// <summary>What a failure means to the one who has to act on it.</summary>
internal enum FailureKind
{
    /// <summary>The request is wrong, and will be until it is changed.</summary>
    WrongInput,

    /// <summary>The caller, or an identity it names, lacks a permission.</summary>
    NotAllowed,

    /// <summary>Something that exists has not reached the part of Azure that was asked.</summary>
    NotVisibleYet,

    /// <summary>The thing does not exist.</summary>
    NotFound,

    /// <summary>Another operation, or another resource, stands in the way.</summary>
    Conflict,

    /// <summary>A rate or a quota is used up.</summary>
    Throttled,

    /// <summary>Azure cannot serve the request now.</summary>
    Unavailable,

    /// <summary>Azure accepted the request and could not carry it out.</summary>
    Failed,

    /// <summary>There was no answer: whether the request took effect is not known.</summary>
    NoAnswer,
}
