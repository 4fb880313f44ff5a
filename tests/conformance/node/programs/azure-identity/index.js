// A workload identity with the official classes: who it is, what it may do, and whose tokens it trusts.
const pulumi = require("@pulumi/pulumi");
const azure = require("@pulumi/azure-native");
const azuread = require("@pulumi/azuread");

const config = new pulumi.Config();
const reader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"; // Storage Blob Data Reader

const group = new azure.resources.ResourceGroup("ml");
const identity = new azure.managedidentity.UserAssignedIdentity("trainer", {
    resourceGroupName: group.name,
    tags: { stage: config.require("stage") },
});
const account = new azure.storage.StorageAccount("data", {
    resourceGroupName: group.name,
    kind: azure.storage.Kind.StorageV2,
    sku: { name: azure.storage.SkuName.Standard_LRS },
    allowSharedKeyAccess: false,
});
const client = azure.authorization.getClientConfigOutput();
new azure.authorization.RoleAssignment("trainer-reads-data", {
    principalId: identity.principalId,
    principalType: azure.authorization.PrincipalType.ServicePrincipal,
    roleDefinitionId: pulumi.interpolate`/subscriptions/${client.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${reader}`,
    scope: account.id,
});
new azure.managedidentity.FederatedIdentityCredential("trainer-github", {
    resourceGroupName: group.name,
    resourceName: identity.name,
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:contoso/ml:ref:refs/heads/main",
    audiences: ["api://AzureADTokenExchange"],
});
const application = new azuread.Application("release", { displayName: "release" });

exports.clientId = identity.clientId;
exports.stage = identity.tags.apply(tags => tags.stage);
exports.application = application.clientId;
exports.found = azure.managedidentity.getUserAssignedIdentityOutput({ resourceGroupName: group.name, resourceName: identity.name }).clientId;
