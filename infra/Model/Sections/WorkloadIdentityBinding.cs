using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary>Decides whom a workload acts as. On a compute that has to be an identity of the compute.</summary>
internal static class WorkloadIdentityBinding
{
    private const string Key = "identity";
    private const string System = "system";

    /// <summary>Reads the identity of a workload.</summary>
    /// <param name="name">Short name of the workload.</param>
    /// <param name="fields">The workload.</param>
    /// <param name="host">Where it runs; null when that could not be read.</param>
    /// <returns>The identity; null after a problem, which has been reported.</returns>
    public static WorkloadIdentity? Bind(string name, Fields fields, WorkloadHost? host)
    {
        YamlScalar? written = fields.Scalar(Key);
        WorkloadIdentity? named = written is null or { Text: System } ? null : Resolve(written, fields.Scope);
        if (host is null || (fields.Has(Key) && written is null))
            return null;
        if (host is ComputeTarget target)
            return OnCompute(name, fields, target.Compute, written, named);
        if (written is null || written.Text == System)
        {
            fields.Scope.Diagnostics.Report(
                FederationDiagnostics.NoIdentity, written?.Span ?? fields.Span, name,
                written is null ? "it does not run on a compute, so 'identity' has to name one" : "only computes have identities of their own");
        }

        return named;
    }

    private static WorkloadIdentity? OnCompute(
        string name, Fields fields, Reference<Compute> compute, YamlScalar? written, WorkloadIdentity? named)
    {
        IdentityAssignment assignment = compute.Target.Identity;
        if (written is null)
            return OnlyOneOf(name, fields, compute);
        if (written.Text != System && named is null)
            return null;
        bool carried = (named, assignment) switch
        {
            (null, IdentityAssignment.SystemAssigned) => true,
            (WorkloadIdentity.Managed managed, IdentityAssignment.UserAssigned user) =>
                user.Identities.Any(identity => identity.Name == managed.Identity.Name),
            _ => false,
        };
        if (!carried)
            fields.Scope.Diagnostics.Report(FederationDiagnostics.NotOnCompute, written.Span, name, written.Text, compute.Name);
        return named ?? new WorkloadIdentity.OfCompute(compute);
    }

    private static WorkloadIdentity? OnlyOneOf(string name, Fields fields, Reference<Compute> compute)
    {
        switch (compute.Target.Identity)
        {
            case IdentityAssignment.SystemAssigned:
                return new WorkloadIdentity.OfCompute(compute);
            case IdentityAssignment.UserAssigned { Identities: [var only] }:
                return new WorkloadIdentity.Managed(only);
            case IdentityAssignment.UserAssigned { Identities: [] }:
                return null;
            case IdentityAssignment.UserAssigned:
                Report($"compute '{compute.Name}' carries several, so 'identity' has to name one of them");
                return null;
            case IdentityAssignment.None:
                Report($"compute '{compute.Name}' carries none");
                return null;
            case var other:
                throw new InvalidOperationException($"Unknown identity assignment {other}.");
        }

        void Report(string reason) => fields.Scope.Diagnostics.Report(FederationDiagnostics.NoIdentity, fields.Span, name, reason);
    }

    private static WorkloadIdentity? Resolve(YamlScalar written, BindingScope scope) =>
        scope.Symbols.Find(written.Text, written.Span, [SectionKeys.Identities, SectionKeys.Applications]) switch
        {
            Identity identity => new WorkloadIdentity.Managed(new Reference<Identity>(identity, written.Span)),
            Application application => new WorkloadIdentity.ServicePrincipal(new Reference<Application>(application, written.Span)),
            _ => null,
        };
}
