namespace Provisioning.Sandbox.Arm.Authorization.Conditions;

/// <summary>Reads a condition by recursive descent: OR binds weakest, then AND, then negation.</summary>
internal sealed class ConditionParser(string text)
{
    private readonly List<string> _tokens = [.. ConditionLexer.Split(text)];
    private int _next;

    private string? Current => _next < _tokens.Count ? _tokens[_next] : null;

    /// <summary>Reads the whole text.</summary>
    /// <exception cref="FormatException">The text is no condition.</exception>
    public ConditionExpression Parse()
    {
        var expression = Or();
        return Current is null ? expression : throw Unexpected("the end");
    }

    private ConditionExpression Or()
    {
        var left = And();
        while (Skip("OR") || Skip("||"))
            left = new ConditionExpression.Or(left, And());
        return left;
    }

    private ConditionExpression And()
    {
        var left = Unary();
        while (Skip("AND") || Skip("&&"))
            left = new ConditionExpression.And(left, Unary());
        return left;
    }

    private ConditionExpression Unary()
    {
        if (Skip("!") || Skip("NOT"))
            return new ConditionExpression.Not(Unary());
        if (Skip("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }

        if (Skip("ActionMatches"))
            return new ConditionExpression.ActionMatches(Single());
        if (Skip("SubOperationMatches"))
            return new ConditionExpression.SubOperationMatches(Single());
        if (Skip("Exists"))
            return Operand() is ConditionOperand.Attribute attribute ? new ConditionExpression.Exists(attribute) : throw Unexpected("an attribute");

        var left = Operand();
        var comparison = ConditionOperator.Find(Take()) ?? throw new FormatException($"'{_tokens[_next - 1]}' is no operator.");
        return new ConditionExpression.Comparison(left, comparison, Operand());
    }

    private ConditionOperand Operand()
    {
        if (Current is "{")
            return new ConditionOperand.Literal(Values());

        var token = Take();
        if (token[0] is '\'')
            return new ConditionOperand.Literal([Unquote(token)]);
        if (token[0] is not '@')
            return new ConditionOperand.Literal([token]);

        var bracket = token.IndexOf('[', StringComparison.Ordinal);
        return new ConditionOperand.Attribute(token[1..bracket], token[(bracket + 1)..^1]);
    }

    private string Single() => Values() is [var single] ? single : throw new FormatException("Exactly one quoted value is expected in the braces.");

    private List<string> Values()
    {
        Expect("{");
        var values = new List<string>();
        do
            values.Add(Unquote(Take()));
        while (Skip(","));
        Expect("}");
        return values;
    }

    private static string Unquote(string token) =>
        token[0] is '\'' ? token[1..^1].Replace("\\'", "'", StringComparison.Ordinal) : token;

    private bool Skip(string token)
    {
        if (!string.Equals(Current, token, StringComparison.OrdinalIgnoreCase))
            return false;
        _next++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Skip(token))
            throw Unexpected($"'{token}'");
    }

    private string Take() => Current is null ? throw Unexpected("more") : _tokens[_next++];

    private FormatException Unexpected(string expected) => new($"'{Current ?? "the end"}' stands where {expected} is expected.");
}
