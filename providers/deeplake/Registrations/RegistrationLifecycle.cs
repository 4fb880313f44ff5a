using System.Net;
using Provisioning.Protocol.Rpc;
using Provisioning.Providers.DeepLake.Api;

namespace Provisioning.Providers.DeepLake.Registrations;

/// <summary>
/// Creates, finds and deletes registrations. The service knows a principal once per organization, which is what makes a lost answer
/// harmless: the registration is looked for before it is asked for again.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="backoff">Paces what is tried again.</param>
/// <param name="failures">Words for what fails.</param>
/// <param name="report">Told what the user may want to know; no secrets.</param>
internal sealed class RegistrationLifecycle(
    DeepLakeClient client, Backoff backoff, Failures failures, Func<string, CancellationToken, Task> report)
{
    /// <summary>Creates a registration, or adopts the one that says the same.</summary>
    /// <exception cref="RpcException">
    /// AlreadyExists: the organization has the principal under another name. Unknown: nothing says whether it was created.
    /// </exception>
    public async Task<RegistrationId> CreateAsync(RegistrationInputs inputs, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await client.TryCreateAsync(inputs.OrganizationId, inputs.Name, inputs.ClientId, inputs.TenantId, cancellationToken);
            switch (answer)
            {
                case Answer.Received { Status: HttpStatusCode.Created or HttpStatusCode.OK } received:
                    return IdOf(inputs, RegistrationReader.ReadOne(received.Body)
                        ?? await FindUnclearAsync(inputs, answer, cancellationToken)
                        ?? throw Unclear(inputs, answer));
                case Answer.Received { Status: HttpStatusCode.Conflict }:
                    var existing = await FindAsync(inputs, cancellationToken) ?? throw failures.Of(Action(inputs), answer, writes: true);
                    return await AdoptAsync(inputs, existing, "was registered before", cancellationToken);
                case { MayHaveTakenEffect: true } when await FindUnclearAsync(inputs, answer, cancellationToken) is { } found:
                    return await AdoptAsync(inputs, found, "was registered although the answer was lost", cancellationToken);
            }

            if (!await backoff.WaitAsync(attempt, answer, cancellationToken))
                throw failures.Of(Action(inputs), answer, writes: true);
        }
    }

    /// <summary>
    /// Finds what an interrupted creation has made; null when it has made nothing, as when the organization has the principal
    /// under another name.
    /// </summary>
    public async Task<RegistrationId?> FindCreatedAsync(RegistrationInputs inputs, CancellationToken cancellationToken) =>
        await FindAsync(inputs, cancellationToken) is { } found && found.Name == inputs.Name ? IdOf(inputs, found) : null;

    /// <summary>Finds a registration by id or, when it has none of this id any more, by the principal that is known of it.</summary>
    /// <param name="id">The resource's id.</param>
    /// <param name="known">What state says about it; null at an import.</param>
    /// <param name="cancellationToken">Gives the search up.</param>
    /// <returns>The registration and its id, which may be another one; null when there is none.</returns>
    public async Task<(RegistrationId Id, Registration Registration)?> ReadAsync(
        RegistrationId id, RegistrationInputs? known, CancellationToken cancellationToken)
    {
        // An organization that the token cannot see may answer 404 as well; only a list that lacks the registration proves it gone.
        var registration = await client.FindAsync(id.Organization, id.Registration, cancellationToken);
        if (registration is null)
        {
            var all = await client.ListAsync(id.Organization, cancellationToken);
            registration = all.FirstOrDefault(candidate => candidate.Id == id.Registration)
                ?? (known is null ? null : all.FirstOrDefault(candidate => candidate.IsOf(known.ClientId, known.TenantId)));
        }

        return registration is null ? null : (id with { Registration = registration.Id }, registration);
    }

    /// <summary>Deletes a registration; one that is gone counts as deleted.</summary>
    public Task DeleteAsync(RegistrationId id, CancellationToken cancellationToken) =>
        client.DeleteAsync(id.Organization, id.Registration, cancellationToken);

    private static RegistrationId IdOf(RegistrationInputs inputs, Registration registration) => new(inputs.OrganizationId, registration.Id);

    private static string Action(RegistrationInputs inputs) =>
        $"register '{inputs.Name}' (client {inputs.ClientId}, tenant {inputs.TenantId}) in organization '{inputs.OrganizationId}'";

    private async Task<RegistrationId> AdoptAsync(
        RegistrationInputs inputs, Registration existing, string circumstance, CancellationToken cancellationToken)
    {
        var id = IdOf(inputs, existing);
        if (existing.Name != inputs.Name)
        {
            throw new RpcException(
                RpcStatusCode.AlreadyExists,
                $"Deep Lake's organization '{inputs.OrganizationId}' has client {inputs.ClientId} of tenant {inputs.TenantId} registered as "
                + $"'{existing.Name}'. Give this resource that name and import it (pulumi import {DeepLakeProvider.WorkloadIdentityType} <name> {id}), or delete that registration.");
        }

        await report($"'{inputs.Name}' {circumstance}; it is managed from now on as {id}.", cancellationToken);
        return id;
    }

    private async Task<Registration?> FindAsync(RegistrationInputs inputs, CancellationToken cancellationToken)
    {
        var all = await client.ListAsync(inputs.OrganizationId, cancellationToken);
        return all.FirstOrDefault(registration => registration.IsOf(inputs.ClientId, inputs.TenantId));
    }

    /// <summary>Looks for a registration that may have been created; when even that fails, the state is not known.</summary>
    private async Task<Registration?> FindUnclearAsync(RegistrationInputs inputs, Answer answer, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(inputs, cancellationToken);
        }
        catch (RpcException)
        {
            throw Unclear(inputs, answer);
        }
    }

    private RpcException Unclear(RegistrationInputs inputs, Answer answer) =>
        new(RpcStatusCode.Unknown, failures.Of($"say whether it could {Action(inputs)}", answer, writes: true).Message);
}
