namespace Provisioning.Bench.Measuring;

/// <summary>Finds programs.</summary>
internal static class Executables
{
    /// <summary>The full path of a program on <c>PATH</c>; null when it is not there.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
