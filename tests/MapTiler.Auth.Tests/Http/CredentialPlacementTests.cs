using System.Net;
using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Http;

public sealed class CredentialPlacementTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_has_one_key_as_its_last_parameter()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        await services.Geocoding().SearchAsync("Brno", new() { Limit = 1 }, Cancel);

        Assert.Equal([$"https://api.maptiler.com/geocoding/Brno.json?limit=1&key={Secrets.Key}"], transport.Uris);
    }

    [Fact]
    public async Task Retried_request_has_one_key_in_every_attempt()
    {
        var transport = StubTransport.Statuses(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable);
        using var services = Clients.Services(transport);

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal(Enumerable.Repeat($"https://api.maptiler.com/geocoding/Brno.json?key={Secrets.Key}", 3), transport.Uris);
    }

    [Fact]
    public async Task Retried_request_has_one_signature_in_every_attempt()
    {
        var transport = StubTransport.Statuses(HttpStatusCode.ServiceUnavailable, HttpStatusCode.BadGateway);
        using var services = Clients.Services(transport, options: o => (o.ApiKey, o.ServiceToken) = (null, Secrets.Token));

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        var signed = ServiceToken.Parse(Secrets.Token).Sign(new Uri("https://api.maptiler.com/geocoding/Brno.json")).AbsoluteUri;
        Assert.Equal(Enumerable.Repeat(signed, 3), transport.Uris);
    }

    [Fact]
    public async Task Resilience_handler_of_the_application_retries_with_one_key()
    {
        var transport = StubTransport.Statuses(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable);
        using var services = Clients.Services(transport, builder =>
        {
            builder.DisableResilience();
            builder.HttpClientBuilder.AddStandardResilienceHandler(o => o.Retry.Delay = TimeSpan.Zero);
        });

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal(Enumerable.Repeat($"https://api.maptiler.com/geocoding/Brno.json?key={Secrets.Key}", 3), transport.Uris);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Default_resilience_of_the_application_does_not_multiply_the_attempts(bool before)
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        void Aspire(IServiceCollection services) => services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler(o => o.Retry.Delay = TimeSpan.Zero));
        using var services = Clients.Services(transport, builder =>
        {
            if (!before)
                Aspire(builder.Services);
        }, before: before ? Aspire : null);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        Assert.Equal(4, transport.Uris.Count);
    }

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("https://api.maptiler.com.evil.example/x")]
    [InlineData("https://api.maptiler.com:444/x")]
    [InlineData("https://notapi.maptiler.com/x")]
    [InlineData("https://maptiler.com/x")]
    [InlineData("https://api.maptiler.com@evil.example/x")]
    [InlineData("http://evil.example/x")]
    public async Task Request_to_another_origin_has_no_credential(string uri)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => o.Origin = "https://shop.example");
        HttpRequestMessage? sent = null;
        var spying = new StubTransport(request =>
        {
            sent = request;
            Assert.DoesNotContain("Origin", request.Headers.Select(h => h.Key));
            return StubTransport.Json();
        });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, origin: "https://shop.example") { InnerHandler = spying });

        await services.Http().GetAsync(new Uri(uri), Cancel);
        await http.GetAsync(new Uri(uri), Cancel);

        Assert.Equal(new Uri(uri).AbsoluteUri, Assert.Single(transport.Uris));
        Assert.Equal(new Uri(uri).AbsoluteUri, Assert.Single(spying.Uris));
        Assert.NotNull(sent);
    }

    [Fact]
    public async Task Relative_URL_with_two_slashes_is_another_host_and_has_no_credential()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        await services.Http().GetAsync(new Uri("//evil.example/maps/x", UriKind.Relative), Cancel);

        Assert.DoesNotContain(Secrets.Key, Assert.Single(transport.Uris), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_to_the_service_over_http_throws()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => services.Http().GetAsync(new Uri("http://api.maptiler.com/x"), Cancel));

        Assert.Contains("https", error.Message, StringComparison.Ordinal);
        Assert.Empty(transport.Uris);
    }

    [Theory]
    [InlineData("https://API.MAPTILER.com/x")]
    [InlineData("https://api.maptiler.com:443/x")]
    public async Task Request_to_the_origin_in_another_notation_has_the_key(string uri)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        await services.Http().GetAsync(new Uri(uri), Cancel);

        Assert.Equal([$"https://api.maptiler.com/x?key={Secrets.Key}"], transport.Uris);
    }

    [Theory]
    [InlineData("?key=OLD", "?key=K")]
    [InlineData("?key=OLD&a=1", "?a=1&key=K")]
    [InlineData("?a=1&signature=S&key=OLD&b=2", "?a=1&b=2&key=K")]
    [InlineData("?a=%7e&path=fill:none%7c1,2&&b=%2C+x", "?a=~&path=fill:none%7C1,2&&b=%2C+x&key=K")]
    [InlineData("?monkey=1&keys=2", "?monkey=1&keys=2&key=K")]
    public async Task Key_in_the_URL_is_replaced_and_the_rest_kept(string query, string expected)
    {
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpClient(new ApiKeyHandler("K") { InnerHandler = transport });

        await http.GetAsync(new Uri("https://api.maptiler.com/x" + query), Cancel);

        Assert.Equal(["https://api.maptiler.com/x" + expected], transport.Uris);
    }

    [Fact]
    public async Task MapApiKeys_override_ApiKey_and_the_key_of_a_request_overrides_both()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => o.MapApiKeys["streets-v4"] = "MapKey");
        var http = services.Http();
        using var request = new HttpRequestMessage(HttpMethod.Get, "maps/streets-v4/style.json").SetMapTilerApiKey(" RequestKey\n");

        await http.GetAsync(new Uri("maps/streets-v4/style.json", UriKind.Relative), Cancel);
        await http.GetAsync(new Uri("maps/other/style.json", UriKind.Relative), Cancel);
        await http.SendAsync(request, Cancel);

        Assert.Equal(
        [
            "https://api.maptiler.com/maps/streets-v4/style.json?key=MapKey",
            $"https://api.maptiler.com/maps/other/style.json?key={Secrets.Key}",
            "https://api.maptiler.com/maps/streets-v4/style.json?key=RequestKey",
        ], transport.Uris);
    }

    [Fact]
    public async Task Key_of_a_request_overrides_the_signature()
    {
        var transport = StubTransport.AlwaysJson();
        using var http = new HttpClient(new RequestSigningHandler(ServiceToken.Parse(Secrets.Token)) { InnerHandler = transport });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x?a=1").SetMapTilerApiKey("TenantKey");

        await http.SendAsync(request, Cancel);

        Assert.Equal(["https://api.maptiler.com/x?a=1&key=TenantKey"], transport.Uris);
    }

    [Fact]
    public async Task Call_whose_URL_a_handler_moved_to_another_origin_throws_without_a_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => new Elsewhere()));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidRequest, error.Reason);
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public void Invalid_key_of_a_request_throws_without_the_key_in_the_message()
    {
        using var request = new HttpRequestMessage();

        var error = Assert.Throws<ArgumentException>("apiKey", () => request.SetMapTilerApiKey("Canary Key"));

        Assert.DoesNotContain("Canary", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Origin_is_sent_and_removed_unless_the_caller_set_it()
    {
        var origins = new List<string>();
        var transport = new StubTransport(request =>
        {
            origins.Add(string.Join(",", request.Headers.GetValues("Origin")));
            return StubTransport.Json();
        });
        using var http = new HttpClient(new ApiKeyHandler(Secrets.Key, origin: "https://shop.example") { InnerHandler = transport });
        using var own = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x");
        own.Headers.Add("Origin", "https://own.example");
        using var plain = new HttpRequestMessage(HttpMethod.Get, "https://api.maptiler.com/x");

        await http.SendAsync(own, Cancel);
        await http.SendAsync(plain, Cancel);

        Assert.Equal(["https://own.example", "https://shop.example"], origins);
        Assert.Equal("https://own.example", own.Headers.GetValues("Origin").Single());
        Assert.False(plain.Headers.Contains("Origin"));
    }

    [Fact]
    public async Task Service_token_is_sent_to_the_Service_API_only()
    {
        var headers = new List<string?>();
        var transport = new StubTransport(request =>
        {
            headers.Add(request.Headers.Authorization?.ToString());
            return StubTransport.Json();
        });
        using var http = new HttpClient(new ServiceApiHandler(ServiceToken.Parse(Secrets.Token)) { InnerHandler = transport });

        await http.GetAsync(new Uri("https://service.maptiler.com/v1/tiles"), Cancel);
        await http.GetAsync(new Uri("https://api.maptiler.com/maps/x/style.json"), Cancel);

        Assert.Equal(["Token " + Secrets.Token, null], headers);
    }

    private sealed class Elsewhere : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri("https://elsewhere.example/x");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
