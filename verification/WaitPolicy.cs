namespace Provisioning.Verification;

/// <summary>How long to wait for access that is in place and does not count yet, and how often to look.</summary>
/// <param name="Limit">The longest wait; zero not to wait.</param>
public sealed record WaitPolicy(TimeSpan Limit)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Does not wait.</summary>
    public static WaitPolicy None { get; } = new(TimeSpan.Zero);

    /// <summary>The time until the next attempt: half of what has been waited already, so that a short wait ends soon and a long one asks little.</summary>
    /// <param name="waited">What has been waited.</param>
    /// <returns>Null when the limit is reached.</returns>
    public TimeSpan? Next(TimeSpan waited)
    {
        if (waited >= Limit)
            return null;
        var next = waited / 2 < First ? First : waited / 2 > Longest ? Longest : waited / 2;
        return waited + next > Limit ? Limit - waited : next;
    }
}
