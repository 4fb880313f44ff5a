namespace Provisioning.Infra.Model;

/// <summary>Subject of federated tokens: who, within one issuer. Compared case-sensitively, without wildcards.</summary>
/// <param name="Value">The subject, at most <see cref="MaxLength"/> characters.</param>
public readonly record struct Subject(string Value)
{
    /// <summary>Most characters that Entra takes.</summary>
    public const int MaxLength = 600;

    /// <summary>The subject of a Kubernetes service account.</summary>
    /// <param name="ns">Namespace.</param>
    /// <param name="serviceAccount">Name of the service account.</param>
    public static Subject OfServiceAccount(string ns, string serviceAccount) => new($"system:serviceaccount:{ns}:{serviceAccount}");

    /// <summary>The subject as it is written.</summary>
    public override string ToString() => Value;
}
