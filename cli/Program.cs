using Provisioning.Cli;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Composition;

FirstCollection.PutOff();
using var interrupts = Interrupts.OfProcess();
return await CommandLine.RunAsync(args, CommandHost.OfProcess(interrupts), interrupts.Stop);
