namespace Provisioning.Engine.Tests.Harness;

/// <summary>Ends a test program with an exit code.</summary>
internal sealed class ExitException(int code) : Exception
{
    public int Code => code;
}
