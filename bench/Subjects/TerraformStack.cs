using System.Collections.Immutable;
using Provisioning.Bench.Measuring;

namespace Provisioning.Bench.Subjects;

/// <summary>As many of Terraform's built-in <c>terraform_data</c>, which call no network at all.</summary>
internal sealed class TerraformStack : ISubject
{
    private readonly DirectoryInfo folder;

    private TerraformStack(DirectoryInfo folder, int count)
    {
        this.folder = folder;
        ResourceCount = count;
    }

    /// <summary>The program; null when it is not on <c>PATH</c>.</summary>
    public static string? Program { get; } = Executables.Find("terraform");

    /// <inheritdoc/>
    public string StatePart => "terraform.tfstate";

    /// <inheritdoc/>
    public int ResourceCount { get; }

    /// <summary>Writes the configuration and initialises it.</summary>
    public static async Task<TerraformStack> CreateAsync(int count, ProcessMeter meter, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bench-terraform-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "main.tf"),
            $$"""
            resource "terraform_data" "resource" {
              count = {{count}}
              input = "value ${count.index}"
            }
            """,
            cancellationToken);
        var stack = new TerraformStack(folder, count);
        await meter.RunAsync(stack.Terraform("init"), cancellationToken);
        return stack;
    }

    /// <inheritdoc/>
    public MeasuredCommand CommandOf(Step step) => step switch
    {
        Step.Up or Step.UpAgain => Terraform("apply", "-auto-approve"),
        Step.Preview => Terraform("plan"),
        Step.Refresh => Terraform("apply", "-refresh-only", "-auto-approve"),
        Step.Destroy => Terraform("destroy", "-auto-approve"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private MeasuredCommand Terraform(params ImmutableArray<string> arguments) =>
        new(Program ?? throw new InvalidOperationException("Terraform is not on PATH."), [.. arguments, "-no-color"], folder.FullName);
}
