using Provisioning.Providers.DeepLake.Hosting;

using var signals = new TerminationSignals();
return await PluginProcess.RunAsync(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System, signals.Token);
