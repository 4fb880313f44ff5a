namespace Provisioning.Engine.Programs;

/// <summary>A program that declares resources: in this process, or another one.</summary>
public interface IProgram
{
    /// <summary>The folder that the program's relative paths start from.</summary>
    /// <param name="rootDirectory">The folder of <c>Pulumi.yaml</c>.</param>
    string DirectoryIn(string rootDirectory) => rootDirectory;

    /// <summary>
    /// Runs the program to its end. 0 is success; 32 says that it failed and everything was logged through the
    /// engine; anything else that it failed otherwise (Pulumi's language host contract).
    /// </summary>
    Task<int> RunAsync(ProgramContext context, CancellationToken cancellationToken);
}
