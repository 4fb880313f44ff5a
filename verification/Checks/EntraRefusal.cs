using System.Globalization;
using System.Text.RegularExpressions;

namespace Provisioning.Verification.Checks;

/// <summary>Reads the code of a refusal by Entra. Texts may change without notice; codes do not.</summary>
internal static partial class EntraRefusal
{
    /// <summary>The issuer has no federated credential.</summary>
    public const int IssuerUnknown = 700211;

    /// <summary>The audience is another one.</summary>
    public const int AudienceUnknown = 700212;

    /// <summary>The subject has no federated credential.</summary>
    public const int SubjectUnknown = 700213;

    /// <summary>The subject differs in case alone.</summary>
    public const int SubjectCase = 7002138;

    /// <summary>No credential matches; the older code for the three above.</summary>
    public const int NoMatch = 70021;

    /// <summary>The client has no federated credential at all.</summary>
    public const int NoCredentials = 70025;

    /// <summary>The token is outside of its validity.</summary>
    public const int OutOfTime = 700024;

    /// <summary>There is no such client in the tenant.</summary>
    public const int ClientUnknown = 700016;

    /// <summary>The code of a failure, the outermost that has one; 0 when Entra did not give one.</summary>
    public static int CodeOf(Exception failure)
    {
        for (var current = failure; current is not null; current = current.InnerException)
        {
            if (Code().Match(current.Message) is { Success: true } match)
                return int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }

        return 0;
    }

    [GeneratedRegex(@"AADSTS(\d+)")]
    private static partial Regex Code();
}
