namespace MapTiler.DependencyInjection;

/// <summary>The resilience options of an account, as named options.</summary>
internal sealed class ClientResilience
{
    public const string Rule =
        "MapTilerResilienceOptions: TotalTimeout and AttemptTimeout must be between 10 ms and 1 day, RetryDelay between 0 and 1 day, and MaxRetryAttempts and MinBytesPerSecond not negative.";

    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxTime = TimeSpan.FromDays(1);

    public static bool IsValid(ClientResilience resilience)
    {
        var options = resilience.Options;
        return options.TotalTimeout >= MinTimeout && options.TotalTimeout <= MaxTime
            && options.AttemptTimeout >= MinTimeout && options.AttemptTimeout <= MaxTime
            && options.RetryDelay >= TimeSpan.Zero && options.RetryDelay <= MaxTime
            && options.MaxRetryAttempts >= 0
            && options.MinBytesPerSecond >= 0;
    }

    public bool IsDisabled { get; set; }

    public MapTilerResilienceOptions Options { get; } = new();
}
