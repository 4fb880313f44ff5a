using System.Globalization;
using System.Text;

namespace Provisioning.Engine.State.Json;

/// <summary>
/// The way to a value, kept while the values around it are gone through: <c>, inputs, list[3]</c>. Equal for the same
/// place in every file.
/// </summary>
internal sealed class ValuePath
{
    private readonly Stack<(string Name, int Index)> steps = new();

    /// <summary>Goes to a member.</summary>
    public void Enter(string name) => steps.Push((name, -1));

    /// <summary>Goes to an item.</summary>
    public void Enter(int index) => steps.Push(("", index));

    /// <summary>Goes back to where the value is in.</summary>
    public void Leave() => steps.Pop();

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in steps.Reverse())
        {
            if (index < 0)
                text.Append(", ").Append(name);
            else
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
        }

        return text.ToString();
    }
}
