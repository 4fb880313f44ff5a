namespace Provisioning.Verification.Findings;

/// <summary>What a check came to.</summary>
public enum Outcome
{
    /// <summary>It is as the document says.</summary>
    Held,

    /// <summary>What it takes is in place and does not count yet: wait.</summary>
    NotYetEffective,

    /// <summary>What it takes is missing: somebody has to grant it.</summary>
    NotGranted,

    /// <summary>What it takes is there and differs from what it should be: somebody has to mend it.</summary>
    Wrong,

    /// <summary>More is possible than the document says.</summary>
    TooMuch,

    /// <summary>A service did not answer.</summary>
    Unavailable,

    /// <summary>It could not be tried from here.</summary>
    Unchecked,
}
