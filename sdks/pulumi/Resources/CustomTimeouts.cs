using System.Globalization;
using Pulumirpc;

namespace Pulumi;

/// <summary>How long operations on a resource may take; null leaves it to the provider.</summary>
public sealed class CustomTimeouts
{
    /// <summary>For creating it.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>For updating it.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>For deleting it.</summary>
    public TimeSpan? Delete { get; set; }

    internal RegisterResourceRequest.Types.CustomTimeouts ToMessage() =>
        new() { Create = Duration(Create), Update = Duration(Update), Delete = Duration(Delete) };

    /// <summary>A Go duration; a tick is 100 ns.</summary>
    private static string Duration(TimeSpan? value) => value is { } span ? $"{span.Ticks.ToString(CultureInfo.InvariantCulture)}00ns" : "";
}
