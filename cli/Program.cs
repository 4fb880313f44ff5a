using Provisioning.Cli;
using Provisioning.Cli.Commands;

using var interrupts = Interrupts.OfProcess();
return await CommandLine.RunAsync(args, CommandHost.OfProcess(interrupts), interrupts.Stop);
