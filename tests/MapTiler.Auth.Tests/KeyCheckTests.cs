using System.Net;
using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests;

public sealed class KeyCheckTests
{
    private const string Origin = "https://shop.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, "", KeyCheckStatus.Rejected, "KeyInvalid")]
    [InlineData(403, "Invalid key", KeyCheckStatus.Rejected, "KeyInvalid")]
    [InlineData(403, "", KeyCheckStatus.Rejected, "Forbidden")]
    [InlineData(429, "Your quota is used up", KeyCheckStatus.Rejected, "QuotaExceeded")]
    [InlineData(429, "", KeyCheckStatus.Unknown, "RateLimited")]
    [InlineData(500, "", KeyCheckStatus.Unknown, "ServerError")]
    [InlineData(200, "<html>", KeyCheckStatus.Unknown, "InvalidResponse")]
    [InlineData(200, "{\"error\":\"quota exceeded\"}", KeyCheckStatus.Unknown, "InvalidResponse")]
    public async Task CheckKeyAsync_with_a_failed_request_returns_rejected_or_unknown(int status, string body, KeyCheckStatus expected, string reason)
    {
        var transport = new StubTransport(_ => StubTransport.Text(body, "text/plain", (HttpStatusCode)status));

        var result = await CheckAsync(transport);

        Assert.Equal((expected, reason), (result.Status, result.Error?.Reason.ToString()));
        Assert.Equal(result.Error!.Message, result.Message);
        Assert.Single(transport.Uris.Distinct());
    }

    [Fact]
    public async Task CheckKeyAsync_without_a_credential_returns_rejected()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<NoKeys>(), o => o.ApiKey = null);

        var result = await services.GetRequiredService<MapTilerClient>().CheckKeyAsync(Cancel);

        Assert.Equal((KeyCheckStatus.Rejected, MapTilerErrorReason.KeyMissing), (result.Status, result.Error!.Reason));
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task Check_of_a_server_that_requires_no_credential_sends_one_request_and_works()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => (o.ApiKey, o.Authentication) = (null, MapTilerAuthentication.None));

        var result = await services.GetRequiredService<MapTilerClient>().CheckKeyAsync(Cancel);

        Assert.Equal(KeyCheckStatus.Valid, result.Status);
        Assert.Contains("without a credential", result.Message, StringComparison.Ordinal);
        Assert.Single(transport.Uris);
    }

    [Theory]
    [InlineData(200, KeyCheckStatus.Unprotected, null)]
    [InlineData(403, KeyCheckStatus.Valid, null)]
    [InlineData(401, KeyCheckStatus.Unknown, "KeyInvalid")]
    [InlineData(404, KeyCheckStatus.Unknown, "NotFound")]
    [InlineData(503, KeyCheckStatus.Unknown, "ServerError")]
    public async Task CheckKeyAsync_with_a_response_to_an_unauthorized_caller_returns_status(int status, KeyCheckStatus expected, string? reason)
    {
        var callers = new List<(string UserAgent, string Origin)>();
        var transport = new StubTransport(request =>
        {
            callers.Add((request.Headers.UserAgent.ToString(), request.Headers.GetValues("Origin").Single()));
            return callers[^1].Origin == Origin || status == 200
                ? StubTransport.Json("""{"tiles":["https://api.maptiler.com/tiles/v3/{z}/{x}/{y}.pbf"]}""")
                : new HttpResponseMessage((HttpStatusCode)status);
        });

        var result = await CheckAsync(transport);

        Assert.Equal((expected, reason), (result.Status, result.Error?.Reason.ToString()));
        Assert.NotEqual(callers[0].UserAgent, callers[^1].UserAgent);
        Assert.Equal(("maptiler-key-check/1", "https://unauthorized.example"), callers[^1]);
        Assert.DoesNotContain(Secrets.Key, result.ToString(), StringComparison.Ordinal);
    }

    private static async Task<KeyCheckResult> CheckAsync(StubTransport transport)
    {
        using var services = Clients.Services(transport, builder => builder.DisableResilience(), o => (o.Origin, o.ReplaceUserAgent) = (Origin, true));
        return await services.GetRequiredService<MapTilerClient>().CheckKeyAsync(Cancel);
    }

    private sealed class NoKeys : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => throw new TimeZoneNotFoundException();
    }
}
