using Provisioning.Engine.Events;

namespace Provisioning.Engine.Planning;

/// <summary>
/// A resource cannot be what the program wants. Caught where registrations are handled, which shows each message as a
/// diagnostic of the resource.
/// </summary>
internal sealed class PlanningException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="messages">What is wrong, and what to do about it; at least one.</param>
    public PlanningException(params IReadOnlyList<string> messages)
        : base(messages[0])
    {
        Messages = messages;
    }

    /// <summary>The number of the error, one of <see cref="ErrorIds"/>.</summary>
    public string Id { get; init; } = ErrorIds.RegistrationRefused;

    /// <summary>What is wrong; at least one.</summary>
    public IReadOnlyList<string> Messages { get; }
}
