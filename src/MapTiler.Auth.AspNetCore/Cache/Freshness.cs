namespace MapTiler.AspNetCore.Cache;

/// <summary>Calculates how long a shared cache may return a response, as specified in RFC 9111.</summary>
internal static class Freshness
{
    /// <summary>The maximum lifetime, which is the lifetime of tiles in the responses of MapTiler.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(4);

    public static (DateTimeOffset From, DateTimeOffset Until) Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var from = now - (response.Headers.Age ?? TimeSpan.Zero);
        var lifetime = Lifetime(response, now);
        return (from, from + TimeSpan.FromTicks(long.Clamp(lifetime.Ticks, 0, MaxLifetime.Ticks)));
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
