using Provisioning.Conformance.Program.Scenarios;
using Pulumi;

var scenario = Environment.GetEnvironmentVariable("SCENARIO");
return await (scenario switch
{
    "values" => Deployment.RunAsync(Values.Declare),
    "secrets" => Deployment.RunAsync(Secrets.Declare),
    "unknowns" => Deployment.RunAsync(Unknowns.Declare),
    "assets" => Deployment.RunAsync(Assets.Declare),
    "references" => Deployment.RunAsync(References.Declare),
    "options" => Deployment.RunAsync(Options.Declare),
    "aliases" => Deployment.RunAsync(Aliases.Declare),
    "providers" => Deployment.RunAsync(Providers.Declare),
    "components" => Deployment.RunAsync(Components.Declare),
    "remote" => Deployment.RunAsync(RemoteComponents.Declare),
    "functions" => Deployment.RunAsync(Functions.DeclareAsync),
    "reads" => Deployment.RunAsync(Reads.Declare),
    "outputs" => Deployment.RunAsync(Outputs.Declare),
    "error" => Deployment.RunAsync(() => Log.Error("noticed")),
    _ => throw new InvalidOperationException($"There is no scenario '{scenario}'."),
});
