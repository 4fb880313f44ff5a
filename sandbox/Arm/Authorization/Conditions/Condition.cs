namespace Provisioning.Sandbox.Arm.Authorization.Conditions;

/// <summary>A condition of a role assignment, in Azure's condition language 2.0.</summary>
internal sealed class Condition
{
    private readonly ConditionExpression _expression;

    private Condition(ConditionExpression expression) => _expression = expression;

    /// <summary>What is wrong with a text, or null when it is a condition.</summary>
    public static string? Check(string text)
    {
        try
        {
            Parse(text);
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static Condition Parse(string text) => new(new ConditionParser(text).Parse());

    /// <summary>Whether a request fulfils the condition.</summary>
    public bool Holds(AccessRequest request) => _expression.Holds(request);
}
