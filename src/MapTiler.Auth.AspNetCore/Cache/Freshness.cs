namespace MapTiler.AspNetCore;

/// <summary>How long a shared cache may hand an answer out, by RFC 9111.</summary>
internal static class Freshness
{
    /// <summary>As long as MapTiler lets browsers keep tiles.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    public static (DateTimeOffset From, DateTimeOffset Until) Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var from = now - (response.Headers.Age ?? TimeSpan.Zero);
        var lifetime = Lifetime(response, now);
        return (from, from + TimeSpan.FromTicks(long.Clamp(lifetime.Ticks, 0, Longest.Ticks)));
    }

    private static TimeSpan Lifetime(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.Vary.Contains("*"))
            return TimeSpan.Zero;
        if (response.Headers.CacheControl is { } control)
        {
            if (control.NoStore || control.NoCache || control.Private)
                return TimeSpan.Zero;
            if ((control.SharedMaxAge ?? control.MaxAge) is { } age)
                return age;
        }

        return response.Content.Headers.Expires is { } expires ? expires - (response.Headers.Date ?? now) : TimeSpan.Zero;
    }
}
