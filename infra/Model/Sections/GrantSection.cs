using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>grants</c>.</summary>
internal sealed class GrantSection() : Section(SectionKeys.Grants, "grant", "Role assignments where the intent of workloads does not reach.")
{
    private const int LongestReason = 512;
    private const int LongestCondition = 8192;

    private static readonly TextShape PrincipalText = TextShapes.Reference("an identity, application, workspace or compute");

    private static readonly TextShape RoleText = new("the name of a built-in role or the GUID of a role definition") { MaxLength = 128 };

    private static readonly TextShape ScopeText = new("a scope: subscription, resourceGroup, an entry with its section, or a resource id")
    {
        Pattern = "^(?:subscription|resourceGroup|/.+[^/]|[A-Za-z]+\\.[A-Za-z][A-Za-z0-9-]{0,62}(?:/[A-Za-z0-9-]{1,127})?)$",
    };

    private static readonly TextShape Reason = new($"a text of at most {LongestReason} characters") { MaxLength = LongestReason };
    private static readonly TextShape Condition = new($"a condition of at most {LongestCondition} characters") { MaxLength = LongestCondition };

    private static readonly ObjectShape DirectoryShape = new(
        new Field("objectId", TextShapes.Guid, "Object id in Entra; never a client id.") { Required = true },
        new Field("kind", new ChoiceShape("servicePrincipal", "user", "group"), "What it is.") { Required = true });

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
        new Field(
            "principal",
            new EitherShape(PrincipalText, DirectoryShape),
            "Who gets the role: an entry, such as `identities.trainer`, or an object id.") { Required = true },
        new Field("role", RoleText, "Name of a built-in role, or the GUID of a role definition.") { Required = true },
        new Field("scope", ScopeText, "Where: an entry such as `storage.data/images`, `resourceGroup`, `subscription`, or a resource id.")
        {
            Required = true,
        },
        new Field("condition", Condition, "Attribute condition, version 2.0.") { Otherwise = "none" },
        new Field("reason", Reason, "Why; becomes the description of the assignment.") { Required = true });

    /// <inheritdoc/>
    public override Entry? Bind(string name, Fields fields)
    {
        GrantPrincipal? principal = GrantPrincipalBinding.Bind(fields);
        GrantScope? scope = GrantScopeBinding.Bind(fields.Scalar("scope"), fields.Scope);
        RoleReference? role = BindRole(fields);
        if (principal is null || scope is null || role is null)
            return null;
        var grant = new Grant
        {
            Name = name,
            Span = fields.Span,
            Principal = principal,
            Role = role,
            Scope = scope,
            Condition = fields.Text("condition"),
            Reason = fields.Text("reason"),
        };
        if (role.IsPowerful && GrantScopeBinding.IsBroad(scope))
        {
            fields.Scope.Diagnostics.ReportFor(
                PolicyDiagnostics.BroadGrant, fields.SpanOf("role"), grant, name, role.Name, fields.Text("scope"));
        }

        return grant;
    }

    private static RoleReference? BindRole(Fields fields)
    {
        if (fields.Scalar("role") is not { } written)
            return null;
        if (Guid.TryParseExact(written.Text, "D", out Guid id))
            return BuiltInRoles.WithId(id);
        if (BuiltInRoles.Named(written.Text) is { } role)
            return role;
        DiagnosticBag diagnostics = fields.Scope.Diagnostics;
        string hint = diagnostics.Suggest(written.Text, BuiltInRoles.All.Select(known => known.Name));
        diagnostics.ReportWithHint(ReferenceDiagnostics.UnknownRole, written.Span, hint, written.Text);
        return null;
    }
}
