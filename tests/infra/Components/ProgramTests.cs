using System.Diagnostics;

namespace Provisioning.Infra.Tests.Components;

public sealed class ProgramTests
{
    [Fact]
    public async Task WithoutAnEngine_TheProgramSaysHowToRunIt()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ProvisioningStack).Assembly.Location]) { RedirectStandardError = true };
        start.Environment.Remove("PULUMI_MONITOR");

        using var program = Process.Start(start);
        Assert.NotNull(program);
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.Contains("`pulumi up` or `./provision up`", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }
}
