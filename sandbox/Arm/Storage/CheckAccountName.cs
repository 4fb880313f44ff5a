using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Tells whether a storage account name is free.</summary>
internal sealed class CheckAccountName() : CheckNameAvailability(StorageTypes.Accounts, "AccountNameInvalid");
