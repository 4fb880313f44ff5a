namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>How much a finding leaves to people.</summary>
internal enum FindingKind
{
    /// <summary>Something was not translated, and does not work without people.</summary>
    Untranslated,

    /// <summary>It was translated, and somebody should look at it.</summary>
    Warning,

    /// <summary>Something to know.</summary>
    Note,
}
