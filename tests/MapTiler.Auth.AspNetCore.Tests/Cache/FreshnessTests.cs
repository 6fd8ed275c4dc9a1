using System.Net.Http.Headers;
using MapTiler.AspNetCore.Cache;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_a_response_with_an_Age_subtracts_it_from_the_lifetime()
    {
        using var response = Response("public, max-age=60");
        response.Headers.Age = TimeSpan.FromSeconds(50);

        Assert.Equal((Now.AddSeconds(-50), Now.AddSeconds(10)), Freshness.Of(response, Now));
    }

    [Fact]
    public void Of_a_response_that_varies_on_everything_is_not_fresh()
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
    public void Of_a_response_with_Expires_uses_the_Date_of_the_sender_unless_Cache_Control_has_a_lifetime(string? cacheControl, int seconds)
    {
        using var response = Response(cacheControl);
        response.Headers.Date = Now.AddHours(-1);
        response.Content.Headers.Expires = Now.AddHours(-1).AddMinutes(5);

        Assert.Equal(Now.AddSeconds(seconds), Freshness.Of(response, Now).Until);
    }

    [Fact]
    public void Of_a_response_with_an_invalid_Expires_is_not_fresh()
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
