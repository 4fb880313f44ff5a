namespace Provisioning.Engine.State.Json;

/// <summary>An object of a state file whose members are found by name; <see cref="StateObject"/> says what they hold.</summary>
internal interface IStateObject
{
    /// <summary>A member; null when there is none, or it is null. The last one when there are several.</summary>
    StateElement? Find(string name);
}
