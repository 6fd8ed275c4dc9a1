using System.Net;
using System.Text.Json;
using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Geocoding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests;

public sealed class MapTilerExceptionHandlerTests
{
    [Theory]
    [InlineData(400, 400, "InvalidRequest")]
    [InlineData(403, 500, "Forbidden")]
    [InlineData(404, 404, "NotFound")]
    [InlineData(410, 410, "Gone")]
    [InlineData(414, 400, "UriTooLong")]
    [InlineData(429, 503, "RateLimited")]
    [InlineData(500, 502, "ServerError")]
    [InlineData(200, 502, "InvalidResponse")]
    public async Task Exception_of_a_client_becomes_problem_details_without_advice_about_credentials(int upstreamStatus, int status, string reason)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = upstreamStatus;
            context.Response.Headers.RetryAfter = upstreamStatus == 429 ? "0" : null;
            return context.Response.WriteAsync("not JSON");
        });
        await using var app = await StartAsync(upstream.BaseAddress);

        using var response = await app.GetAsync("/search");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((status, reason), (problem.GetProperty("status").GetInt32(), problem.GetProperty("reason").GetString()));
        Assert.False(problem.TryGetProperty("detail", out _));
        Assert.Equal(upstreamStatus == 429 ? 0 : null, response.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal(status >= 500, app.Logs.Messages.Any(message => message.Contains("An endpoint of the application failed: ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    public async Task Client_that_does_not_accept_JSON_gets_the_status(string accept)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("not JSON");
        });
        await using var app = await StartAsync(upstream.BaseAddress);

        using var response = await app.GetAsync("/search", ("Accept", accept));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Failed_connection_is_a_bad_gateway()
    {
        await using var app = await StartAsync(new Uri("http://127.0.0.1:1"));

        using var response = await app.GetAsync("/search");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Fact]
    public async Task Other_exceptions_are_not_handled()
    {
        await using var app = await StartAsync(new Uri("http://127.0.0.1:1"));

        using var response = await app.GetAsync("/other");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("reason", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<BrowserApp> StartAsync(Uri upstream) => BrowserApp.StartAsync(
        upstream, BrowserMapsMode.Proxy, services: services => services.AddMapTilerExceptionHandler(), pipeline: app =>
        {
            app.UseExceptionHandler();
            app.MapGet("/search", (GeocodingClient geocoding, HttpContext context) => geocoding.SearchAsync("Brno", cancellationToken: context.RequestAborted));
            app.MapGet("/other", () => { throw new InvalidOperationException("other"); });
        });
}
