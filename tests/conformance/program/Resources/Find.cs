using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>The function of the test package.</summary>
internal static class Find
{
    private const string Token = "test:index:find";

    public static Task<FindResult> InvokeAsync(FindArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<FindResult>(Token, args, options);

    public static Output<FindResult> Invoke(FindArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<FindResult>(Token, args, options);

    public static Output<FindResult> Invoke(FindArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<FindResult>(Token, args, options);
}
