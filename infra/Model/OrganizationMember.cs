using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>A principal that is registered with a Deep Lake organization although no workload acts as it.</summary>
/// <param name="Principal">An entry of the document; never a <see cref="GrantPrincipal.Directory"/>, whose client id is not known.</param>
/// <param name="Span">Where it is listed.</param>
public sealed record OrganizationMember(GrantPrincipal Principal, SourceSpan Span);
