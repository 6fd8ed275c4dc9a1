using System.Net.Http.Headers;

namespace MapTiler.AspNetCore.Tests;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_kept_on_the_way_counts_for_the_rest_of_its_time_alone()
    {
        using var response = Response("public, max-age=60");
        response.Headers.Age = TimeSpan.FromSeconds(50);

        Assert.Equal((Now.AddSeconds(-50), Now.AddSeconds(10)), Freshness.Of(response, Now));
    }

    [Fact]
    public void What_depends_on_everything_is_kept_for_nobody()
    {
        using var response = Response("public, max-age=60");
        response.Headers.Vary.Add("*");

        Assert.Equal((Now, Now), Freshness.Of(response, Now));
    }

    [Theory]
    [InlineData(null, 5 * 60)]
    [InlineData("public", 5 * 60)]
    [InlineData("public, max-age=60", 60)]
    [InlineData("no-cache", 0)]
    public void An_end_counts_by_the_clock_of_the_sender_and_after_Cache_Control(string? cacheControl, int seconds)
    {
        using var response = Response(cacheControl);
        response.Headers.Date = Now.AddHours(-1);
        response.Content.Headers.Expires = Now.AddHours(-1).AddMinutes(5);

        Assert.Equal(Now.AddSeconds(seconds), Freshness.Of(response, Now).Until);
    }

    [Fact]
    public void An_end_that_is_no_date_is_past_however_far()
    {
        using var response = Response(null);
        response.Headers.Age = TimeSpan.FromSeconds(5);
        response.Headers.Date = Now.AddMinutes(1);
        response.Content.Headers.TryAddWithoutValidation("Expires", "0");

        Assert.Equal(Now.AddSeconds(-5), Freshness.Of(response, Now).Until);
    }

    private static HttpResponseMessage Response(string? cacheControl) =>
        new() { Headers = { CacheControl = cacheControl is null ? null : CacheControlHeaderValue.Parse(cacheControl) } };
}
