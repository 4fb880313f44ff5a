using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;

namespace Provisioning.Providers.Azure.Retries;

/// <summary>The failures that pass by themselves. The first rule that fits decides; <c>Retry-After</c> beats its waits.</summary>
internal static class RetryRules
{
    /// <summary>Rules for all services we use.</summary>
    public static IReadOnlyList<RetryRule> All { get; } =
    [
        new("PrincipalNotFound", "the principal is not yet visible in the directory", "azurerm PR 4168; azure-docs 103085")
        {
            Service = "Microsoft.Authorization",
            Status = 400,
            Operations = OperationKind.Write,
            Meaning = FailureKind.NotVisibleYet,
            FirstWait = Seconds(2),
            LongestWait = Seconds(20),
            GiveUpAfter = Minutes(5),
        },
        new("ParentResourceNotFound", "the resource that contains it is not yet visible", "cloud-credential-operator PR 878")
        {
            Status = 404,
            Operations = OperationKind.Write,
            Condition = RetryCondition.AfterCreate,
            Meaning = FailureKind.NotVisibleYet,
            FirstWait = Seconds(2),
            LongestWait = Seconds(20),
            GiveUpAfter = Minutes(4),
        },
        new("NotFound", "the identity is not yet visible", "azure-rest-api-specs msi/2023-01-31; cloud-credential-operator PR 878")
        {
            Service = "Microsoft.ManagedIdentity",
            Status = 404,
            Operations = OperationKind.Write,
            Condition = RetryCondition.AfterCreate,
            Meaning = FailureKind.NotVisibleYet,
            FirstWait = Seconds(2),
            LongestWait = Seconds(20),
            GiveUpAfter = Minutes(4),
        },
        new("ResourceGroupNotFound", "the resource group is not yet visible", "azure-docs, common-deployment-errors")
        {
            Status = 404,
            Operations = OperationKind.Write,
            Condition = RetryCondition.AfterCreate,
            Meaning = FailureKind.NotVisibleYet,
            FirstWait = Seconds(2),
            LongestWait = Seconds(20),
            GiveUpAfter = Minutes(4),
        },
        new(
            "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity",
            "another credential of the same identity is being written",
            "entra-docs, workload-identity-federation-considerations; azurerm 19968")
        {
            Service = "Microsoft.ManagedIdentity",
            Status = 409,
            Operations = OperationKind.Write | OperationKind.Delete,
            Meaning = FailureKind.Conflict,
            FirstWait = Seconds(2),
            LongestWait = Seconds(10),
            GiveUpAfter = Minutes(5),
        },
        new("AnotherOperationInProgress", "another operation on the resource is in progress", "pulumi-azure-native, provider/pkg/azure/client_azcore.go")
        {
            Status = 409,
            Meaning = FailureKind.Conflict,
            FirstWait = Seconds(20),
            LongestWait = Minutes(2),
            GiveUpAfter = Minutes(30),
        },
        new("RetryableErrorDueToAnotherOperation", "another operation on the network is in progress", "azure-docs, common-deployment-errors")
        {
            Status = 429,
            Meaning = FailureKind.Conflict,
            FirstWait = Seconds(10),
            LongestWait = Minutes(2),
            GiveUpAfter = Minutes(30),
        },
        new("ResourceGroupBeingDeleted", "the resource group of this name is still being deleted", "azure-docs, common-deployment-errors")
        {
            Status = 409,
            Operations = OperationKind.Write,
            Meaning = FailureKind.Conflict,
            FirstWait = Seconds(15),
            LongestWait = Minutes(1),
            GiveUpAfter = Minutes(30),
        },
        new("Conflict", "another operation on the workspace or compute is in progress", "azure-rest-api-specs, machinelearningservices/stable/2024-10-01")
        {
            Service = "Microsoft.MachineLearningServices",
            Status = 409,
            Operations = OperationKind.Write | OperationKind.Delete,
            Meaning = FailureKind.Conflict,
            FirstWait = Seconds(10),
            LongestWait = Minutes(1),
            GiveUpAfter = Minutes(15),
        },
        new("ScopeLocked", "a lock that was removed still blocks for some seconds", "azure-docs, lock-resources")
        {
            Status = 409,
            Operations = OperationKind.Delete,
            Meaning = FailureKind.Conflict,
            FirstWait = Seconds(15),
            LongestWait = Seconds(15),
            GiveUpAfter = Minutes(1),
        },
        new("AuthorizationFailed", "the role assigned to you a moment ago is not yet in effect", "azure-docs, role-based-access-control/troubleshooting")
        {
            Status = 403,
            Condition = RetryCondition.AfterGrantToCaller,
            Meaning = FailureKind.NotAllowed,
            FirstWait = Seconds(5),
            LongestWait = Seconds(30),
            GiveUpAfter = Minutes(10),
        },
        new("LinkedAuthorizationFailed", "the role assigned to you a moment ago is not yet in effect", "azure-docs, role-based-access-control/troubleshooting")
        {
            Status = 403,
            Condition = RetryCondition.AfterGrantToCaller,
            Meaning = FailureKind.NotAllowed,
            FirstWait = Seconds(5),
            LongestWait = Seconds(30),
            GiveUpAfter = Minutes(10),
        },
        new("AuthorizationFailed", "a role assigned to its identity a moment ago is not yet in effect", "azure-ai-docs, how-to-identity-based-service-authentication")
        {
            Service = "Microsoft.MachineLearningServices",
            Status = AzureError.OperationFailed,
            Operations = OperationKind.Write,
            Condition = RetryCondition.AfterGrant,
            Meaning = FailureKind.NotAllowed,
            FirstWait = Seconds(2),
            LongestWait = Minutes(1),
            GiveUpAfter = Minutes(10),
        },
        new("Request_BadRequest", "the application is not yet visible in the directory", "msgraph-bicep-types 193")
        {
            Service = "Microsoft.Graph/servicePrincipals",
            Status = 400,
            Operations = OperationKind.Create,
            Condition = RetryCondition.AfterCreate,
            Meaning = FailureKind.NotVisibleYet,
            FirstWait = Seconds(2),
            LongestWait = Seconds(20),
            GiveUpAfter = Minutes(3),
        },
        new("Authorization_RequestDenied", "the application is not yet visible in the directory", "azuread 581")
        {
            Service = "Microsoft.Graph/servicePrincipals",
            Status = 403,
            Operations = OperationKind.Create,
            Condition = RetryCondition.AfterCreate,
            Meaning = FailureKind.NotVisibleYet,
            FirstWait = Seconds(2),
            LongestWait = Seconds(20),
            GiveUpAfter = Minutes(3),
        },
        new("Request_ResourceNotFound", "the directory does not show it everywhere yet", "azuread 699")
        {
            Status = 404,
            Operations = OperationKind.Write,
            Condition = RetryCondition.AfterCreate,
            Meaning = FailureKind.NotVisibleYet,
            FirstWait = Seconds(2),
            LongestWait = Seconds(20),
            GiveUpAfter = Minutes(3),
        },
        new("Request_MultipleObjectsWithSameKeyValue", "the directory has not settled an earlier change yet", "azuread 1764")
        {
            Status = 409,
            Operations = OperationKind.Update,
            Meaning = FailureKind.Conflict,
            FirstWait = Seconds(2),
            LongestWait = Seconds(20),
            GiveUpAfter = Minutes(2),
        },
        new("ExpiredAuthenticationToken", "the access token counts no longer, and a new one is asked for", "azure-sdk-for-net, BearerTokenAuthenticationPolicy")
        {
            Status = 401,
            Meaning = FailureKind.NotAllowed,
            FirstWait = Seconds(1),
            LongestWait = Seconds(10),
            GiveUpAfter = Minutes(1),
        },
        new("", "Azure limits the rate of calls", "azure-docs, request-limits-and-throttling")
        {
            Status = 429,
            Meaning = FailureKind.Throttled,
            FirstWait = Seconds(5),
            LongestWait = Minutes(2),
            GiveUpAfter = Minutes(30),
        },
        new("", "Azure took too long to answer", "RFC 9110, 15.5.9")
        {
            Status = 408,
            Meaning = FailureKind.Unavailable,
            FirstWait = Seconds(2),
            LongestWait = Minutes(1),
            GiveUpAfter = Minutes(10),
        },
        new("", "Azure reports a failure of its own", "azure-docs, common-deployment-errors")
        {
            Status = 500,
            ToStatus = 599,
            Meaning = FailureKind.Unavailable,
            FirstWait = Seconds(2),
            LongestWait = Minutes(1),
            GiveUpAfter = Minutes(10),
        },
        new(AzureError.NoAnswer, "the connection to Azure failed", "RFC 9110, 9.2.2")
        {
            Meaning = FailureKind.NoAnswer,
            FirstWait = Seconds(1),
            LongestWait = Seconds(30),
            GiveUpAfter = Minutes(5),
        },
    ];

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);
}
