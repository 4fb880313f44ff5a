namespace Provisioning.Engine.Secrets;

/// <summary>A manager that has its key, or is getting it.</summary>
internal interface IKeyedSecretsManager : ISecretsManager
{
    /// <summary>What finds the key again.</summary>
    SecretsSettings Settings { get; }
}
