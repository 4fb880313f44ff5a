using Provisioning.Cli;
using Provisioning.Cli.Commands;

return await CommandLine.RunAsync(args, CommandHost.OfProcess, CancellationToken.None);
