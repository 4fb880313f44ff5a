using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Arm;
using Provisioning.Providers.Azure.Diffing;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;
using Mode = Pulumirpc.CheckRequest.Types.AutonamingOptions.Types.Mode;

namespace Provisioning.Providers.Azure.Checking;

/// <summary>Fills in name, location and API version of a resource, then looks for what is missing or malformed.</summary>
/// <param name="defaultLocation">The provider's location; empty when it has none.</param>
/// <param name="locationOfGroup">Finds the location of a resource group by name.</param>
internal sealed class ArmCheck(string defaultLocation, Func<string, CancellationToken, Task<string?>> locationOfGroup)
{
    private const string ResourceGroupName = "resourceGroupName";

    /// <summary>The inputs with defaults, and what is wrong with them.</summary>
    public async Task<CheckedInputs> CheckAsync(
        ArmResourceType type, CheckRequest request, string name, PropertyMap olds, PropertyMap news, CancellationToken cancellationToken)
    {
        var failures = new List<CheckFailure>();
        if (type.ReadsOnly)
            failures.Add(Failure("", $"A {type.Noun} is only read by this provider. Declare it with Get, or create it with its own tools."));

        var inputs = WithName(type, request, name, olds, news, failures);
        inputs = await WithLocationAsync(type, olds, inputs, failures, cancellationToken);
        inputs = inputs.With("azureApiVersion", type.ApiVersion);
        failures.AddRange(type.PathInputs.Concat(type.Required)
            .Where(input => inputs.GetOrNull(input).Plain().IsNull() && failures.TrueForAll(failure => failure.Property != input))
            .Select(input => Failure(input, $"A {type.Noun} needs '{input}'.")));
        if (type.Name is { } rule && inputs.GetOrNull(type.Path.LastParameter).Plain().AsText() is { } given && !rule.Pattern.IsMatch(given))
            failures.Add(Failure(type.Path.LastParameter, $"The name '{given}' of a {type.Noun} must have {rule.Expectation}."));
        return new CheckedInputs(inputs, failures);
    }

    private static PropertyMap WithName(
        ArmResourceType type, CheckRequest request, string name, PropertyMap olds, PropertyMap news, List<CheckFailure> failures)
    {
        var input = type.Path.LastParameter;
        if (!news.GetOrNull(input).Plain().IsNull() || type.AutoName == AutoName.None)
            return news;

        if (!olds.GetOrNull(input).Plain().IsNull())
        {
            var kept = news.With(input, olds[input]);
            return olds.TryGetValue(ResourceDiff.CreateBeforeDelete, out var flag) ? kept.With(ResourceDiff.CreateBeforeDelete, flag) : kept;
        }

        var random = type.AutoName is AutoName.Random or AutoName.Uuid;
        var options = request.Autonaming;
        switch (options?.Mode)
        {
            case Mode.Disable:
                failures.Add(Failure(input, $"Automatic naming is disabled; name the {type.Noun} with '{input}'."));
                return news;
            case Mode.Enforce:
                return news.With(input, options.ProposedName);
            case Mode.Propose when type.AutoName != AutoName.Uuid && options.ProposedName.Length > 0:
                news = news.With(input, options.ProposedName);
                break;
            default:
                news = news.With(input, AutoNaming.Make(type.AutoName, name, request.Urn, request.RandomSeed.Span));
                break;
        }

        return random ? news.With(ResourceDiff.CreateBeforeDelete, true) : news;
    }

    private async Task<PropertyMap> WithLocationAsync(
        ArmResourceType type, PropertyMap olds, PropertyMap inputs, List<CheckFailure> failures, CancellationToken cancellationToken)
    {
        const string location = "location";
        if (!type.HasLocation || !inputs.GetOrNull(location).Plain().IsNull())
            return inputs;
        if (!olds.GetOrNull(location).Plain().IsNull())
            return inputs.With(location, olds[location]);
        if (defaultLocation.Length > 0)
            return inputs.With(location, defaultLocation);

        switch (inputs.GetOrNull(ResourceGroupName).Plain())
        {
            case PropertyValue.UnknownValue:
                return inputs.With(location, PropertyValue.Unknown);
            case PropertyValue.StringValue group when type.Path.LastParameter != ResourceGroupName:
                if (await locationOfGroup(group.Value, cancellationToken) is { } found)
                    return inputs.With(location, found);
                failures.Add(Failure(location, $"Set 'location': the resource group '{group.Value}' does not exist yet, so its location cannot be used."));
                return inputs;
            default:
                failures.Add(Failure(location, $"A {type.Noun} needs a location: set 'location', or azure-native:location for the stack."));
                return inputs;
        }
    }

    private static CheckFailure Failure(string property, string reason) => new() { Property = property, Reason = reason };
}
