using Provisioning.Infra;

if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR")))
{
    Console.Error.WriteLine("This is a Pulumi program and needs an engine: run `pulumi up` or `./provision up`.");
    return 1;
}

return await ProvisioningProgram.RunAsync();
