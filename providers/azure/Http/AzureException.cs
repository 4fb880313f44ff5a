namespace Provisioning.Providers.Azure.Http;

/// <summary>Carries an <see cref="AzureError"/> that no retry helped against to where the operation ends.</summary>
internal sealed class AzureException(AzureError error) : Exception(error.Message)
{
    /// <summary>What Azure reported.</summary>
    public AzureError Error { get; } = error;
}
