namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>A test of waits that take minutes on any clock but the hurried one, which a <see cref="BuiltProgram"/> does not have.</summary>
internal sealed class HurriedFactAttribute : FactAttribute
{
    public HurriedFactAttribute()
    {
        if (BuiltProgram.Named is not null)
            Skip = "Waits for minutes on the clock of a built program.";
    }
}
