using System.Collections.Immutable;
using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access;

/// <summary>One principal known to one Deep Lake organization. Deep Lake takes each pair once, however many workloads share it.</summary>
/// <param name="Principal">The principal.</param>
/// <param name="Organization">The organization.</param>
/// <param name="Reasons">The workloads that need it, or that the organization lists it.</param>
public sealed record DeepLakeRegistration(Principal Principal, DeepLakeOrganization Organization, ImmutableArray<Reason> Reasons)
{
    /// <summary>Logical name of the registration: <c>identities.trainer-deeplake.research</c>.</summary>
    public string Name => $"{Principal.Address}-{Organization.Address}";

    /// <summary>The registrations that a document asks for: those that workloads need, then those that organizations list.</summary>
    /// <param name="document">The document.</param>
    public static ImmutableArray<DeepLakeRegistration> Of(StackDocument document)
    {
        var wanted =
            from workload in document.Workloads
            from organization in workload.DeepLake
            select new DeepLakeRegistration(
                Principal.Of(workload),
                organization.Target,
                [new Reason($"{workload.Address} uses {organization.Target.Address}", organization.Span)]);
        var listed =
            from organization in document.DeepLake
            from member in organization.Members
            let principal = Principal.Of(member.Principal)
            select new DeepLakeRegistration(principal, organization, [new Reason($"{organization.Address} lists {principal.Address}", member.Span)]);
        return
        [
            .. wanted
                .Concat(listed)
                .GroupBy(registration => registration.Name, StringComparer.Ordinal)
                .Select(same => same.First() with { Reasons = [.. same.SelectMany(registration => registration.Reasons)] }),
        ];
    }
}
