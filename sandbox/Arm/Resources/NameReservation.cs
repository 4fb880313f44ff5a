namespace Provisioning.Sandbox.Arm.Resources;

/// <summary>One direction of a reservation: under a name the id of its holder, under an id the name it holds.</summary>
/// <param name="Holder">The other side.</param>
internal sealed record NameReservation(string Holder);
