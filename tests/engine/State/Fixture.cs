namespace Provisioning.Engine.Tests.State;

/// <summary>The frozen files in the folder Fixtures; files that a released engine could have written never change.</summary>
internal static class Fixture
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(Fixture).Assembly.GetManifestResourceStream(typeof(Fixture), $"Fixtures.{name}")
            ?? throw new InvalidOperationException($"There is no fixture '{name}'.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
