using System.CommandLine;
using System.Globalization;
using Provisioning.Engine.Operations;

namespace Provisioning.Cli.Commands;

/// <summary>The options of the commands that run the engine, with Pulumi's names. Each command adds those it has.</summary>
internal sealed class OperationSwitches
{
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Go on without asking" };
    private readonly Option<bool> skipPreview = new("--skip-preview", "-f") { Description = "Do not preview first" };
    private readonly Option<bool> previewOnly = new("--preview-only") { Description = "Only say what would be done" };
    private readonly Option<bool> diff = new("--diff") { Description = "Show the properties that change instead of a tree" };
    private readonly Option<bool> json = new("--json", "-j") { Description = "Write machine-readable JSON" };
    private readonly Option<bool> expectNoChanges = new("--expect-no-changes") { Description = "Fail when there are changes" };
    private readonly Option<bool> refresh = new("--refresh", "-r") { Description = "Refresh the state first" };
    private readonly Option<bool> continueOnError = new("--continue-on-error") { Description = "After a failure go on with what does not depend on it" };
    private readonly Option<int?> parallel = new("--parallel", "-p") { Description = "How many operations run at once (default: four per processor)", HelpName = "count" };
    private readonly Option<string[]> target = new("--target", "-t") { Description = "Only work on this URN; may be repeated, * and ** match", HelpName = "urn" };
    private readonly Option<bool> targetDependents = new("--target-dependents") { Description = "Also work on what depends on targets" };
    private readonly Option<string[]> exclude = new("--exclude") { Description = "Leave this URN alone; may be repeated, * and ** match", HelpName = "urn" };
    private readonly Option<bool> excludeDependents = new("--exclude-dependents") { Description = "Also leave alone what depends on excluded resources" };
    private readonly Option<bool> excludeProtected = new("--exclude-protected") { Description = "Delete everything but protected resources and what they need" };
    private readonly Option<bool> ignoreProtect = new("--ignore-protect") { Description = "Also delete or replace protected resources" };
    private readonly Option<string[]> targetReplace = new("--target-replace") { Description = "Only work on this URN, and replace it; may be repeated", HelpName = "urn" };
    private readonly Option<string[]> replace = new("--replace") { Description = "Replace this URN whether or not it changed; may be repeated", HelpName = "urn" };
    private readonly Option<string> message = new("--message", "-m") { Description = "What to say about it in the history", HelpName = "text" };

    private readonly Option<string?> savePlan = new("--save-plan") { Description = "Write down what would be done, to hold an update to it", HelpName = "path" };
    private readonly Option<string?> plan = new("--plan") { Description = "Do what this plan of 'preview --save-plan' says, and nothing else", HelpName = "path" };

    public OperationSwitches() => parallel.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => int.TryParse(token.Value, CultureInfo.InvariantCulture, out var count) && count < 1))
            result.AddError("--parallel must be at least 1.");
    });

    /// <summary>What <c>up</c> has.</summary>
    public void AddToUpdate(Command command) =>
        Add(command, yes, skipPreview, diff, json, expectNoChanges, refresh, continueOnError, parallel, target, targetDependents, exclude, excludeDependents, replace, targetReplace, ignoreProtect, message, plan);

    /// <summary>What <c>preview</c> has.</summary>
    public void AddToPreview(Command command) =>
        Add(command, diff, json, expectNoChanges, refresh, parallel, target, targetDependents, exclude, excludeDependents, replace, targetReplace, ignoreProtect, savePlan);

    /// <summary>What <c>refresh</c> has.</summary>
    public void AddToRefresh(Command command) =>
        Add(command, yes, skipPreview, previewOnly, diff, json, expectNoChanges, parallel, target, targetDependents, exclude, excludeDependents, message);

    /// <summary>What <c>destroy</c> has.</summary>
    public void AddToDestroy(Command command) =>
        Add(command, yes, skipPreview, previewOnly, diff, json, refresh, continueOnError, parallel, target, targetDependents, exclude, excludeDependents, excludeProtected, ignoreProtect, message);

    /// <summary>What <c>import</c> has.</summary>
    public void AddToImport(Command command) =>
        Add(command, yes, skipPreview, previewOnly, diff, json, message);

    /// <summary>What they were set to.</summary>
    public OperationChoices Read(ParseResult arguments, Operation operation) => new()
    {
        Operation = operation,
        Yes = arguments.GetValue(yes),
        SkipPreview = arguments.GetValue(skipPreview),
        PreviewOnly = arguments.GetValue(previewOnly),
        Diff = arguments.GetValue(diff),
        Json = arguments.GetValue(json),
        ExpectNoChanges = arguments.GetValue(expectNoChanges),
        SavePlan = arguments.GetValue(savePlan),
        Plan = arguments.GetValue(plan),
        Message = arguments.GetValue(message) ?? "",
        Options = new OperationOptions
        {
            Parallel = arguments.GetValue(parallel) ?? new OperationOptions().Parallel,
            Refresh = arguments.GetValue(refresh),
            ContinueOnError = arguments.GetValue(continueOnError),
            Targets = [.. arguments.GetValue(target) ?? [], .. arguments.GetValue(targetReplace) ?? []],
            TargetDependents = arguments.GetValue(targetDependents),
            Excludes = [.. arguments.GetValue(exclude) ?? []],
            ExcludeDependents = arguments.GetValue(excludeDependents),
            ExcludeProtected = arguments.GetValue(excludeProtected),
            IgnoreProtect = arguments.GetValue(ignoreProtect),
            Replace = [.. arguments.GetValue(replace) ?? [], .. arguments.GetValue(targetReplace) ?? []],
        },
    };

    private void Add(Command command, params ReadOnlySpan<Option> options)
    {
        command.Validators.Add(result =>
        {
            var excludes = result.GetResult(exclude) is not null || result.GetResult(excludeProtected) is not null;
            if (excludes && (result.GetResult(target) is not null || result.GetResult(targetReplace) is not null))
                result.AddError("Name either what to work on or what to leave alone, not both.");
            if (result.GetResult(excludeProtected) is not null && result.GetResult(ignoreProtect) is not null)
                result.AddError("--exclude-protected leaves protected resources alone, and --ignore-protect does not; give one of both.");
        });
        foreach (var option in options)
            command.Options.Add(option);
    }
}
