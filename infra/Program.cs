using Provisioning.Infra;

try
{
    return await ProvisioningProgram.RunAsync();
}
catch (InvalidOperationException failure)
{
    // What fails while the program runs is logged and becomes an exit code. Only that no engine started it comes here.
    Console.Error.WriteLine(failure.Message);
    return 1;
}
