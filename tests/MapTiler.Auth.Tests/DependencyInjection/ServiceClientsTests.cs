using System.Net;
using MapTiler.Authentication;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MapTiler.Tests.DependencyInjection;

/// <summary>The HTTP clients and handlers of an account.</summary>
public sealed class ServiceClientsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<MapTilerResilienceOptions>, bool> Limits => new()
    {
        { "shortest", r => (r.TotalTimeout, r.AttemptTimeout, r.RetryDelay, r.MaxRetryAttempts) = (TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10), TimeSpan.Zero, 0), true },
        { "longest", r => (r.TotalTimeout, r.AttemptTimeout, r.RetryDelay) = (TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(1)), true },
        { "short total", r => r.TotalTimeout = TimeSpan.FromMilliseconds(9), false },
        { "long total", r => r.TotalTimeout = TimeSpan.FromDays(1.1), false },
        { "short attempt", r => r.AttemptTimeout = TimeSpan.FromMilliseconds(9), false },
        { "long attempt", r => r.AttemptTimeout = TimeSpan.FromDays(1.1), false },
        { "negative delay", r => r.RetryDelay = TimeSpan.FromTicks(-1), false },
        { "long delay", r => r.RetryDelay = TimeSpan.FromDays(1.1), false },
        { "negative attempts", r => r.MaxRetryAttempts = -1, false },
    };

    [Theory, MemberData(nameof(Limits), DisableDiscoveryEnumeration = true)]
    public async Task Invalid_resilience_options_fail_the_start_of_a_host(string _, Action<MapTilerResilienceOptions> configure, bool isPossible)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddMapTiler(o => o.ApiKey = Secrets.Key).ConfigureResilience(configure);
        using var host = builder.Build();

        var error = await Record.ExceptionAsync(() => host.StartAsync(Cancel));

        Assert.Equal(isPossible, error is null);
        Assert.True(error is null or OptionsValidationException, error?.ToString());
    }

    [Fact]
    public async Task Upload_client_has_no_timeout_and_follows_no_redirect()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var services = Clients.Services(server.BaseAddress);
        var http = services.Http("MapTiler.Upload");

        using var response = await http.GetAsync(server.BaseAddress, Cancel);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Single(server.Requests);
        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);
    }

    [Fact]
    public void Clients_of_an_account_are_not_registered_for_another()
    {
        var builder = new ServiceCollection().AddMapTiler(o => o.ApiKey = Secrets.Key);

        foreach (var client in new[] { builder.HttpClientBuilder, builder.ServiceHttpClientBuilder })
        {
            Assert.Throws<InvalidOperationException>(() => client.AddMapTilerAuthentication("other"));
            Assert.Same(client, client.AddMapTilerAuthentication());
        }
    }

    [Fact]
    public async Task Origin_option_is_sent()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var services = Clients.Services(server.BaseAddress, options: o => o.Origin = "https://shop.example");

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.Equal("https://shop.example", Assert.Single(server.Requests).Headers["Origin"]);
    }

    [Fact]
    public async Task ServiceToken_is_sent_to_the_configured_ServiceBaseAddress()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var services = Clients.Services(new Uri("https://api.maptiler.com/"), options: o => (o.ServiceToken, o.ServiceBaseAddress) = (Secrets.Token, server.BaseAddress));

        await services.Http("MapTiler.Service").GetAsync(new Uri("v1/tiles", UriKind.Relative), Cancel);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("/v1/tiles", "Token " + Secrets.Token), (request.Target, request.Headers["Authorization"]));
    }

    [Fact]
    public void Browser_URLs_have_the_configured_base_address_and_BrowserApiKey_or_a_signature()
    {
        static Uri Style(Action<MapTilerOptions> configure)
        {
            using var services = Clients.Services(new Uri("https://maps.example/"), options: configure);
            return services.GetRequiredService<MapTilerUrlBuilder>().StyleJson("m");
        }

        Assert.Equal("https://maps.example/maps/m/style.json?key=browser", Style(o => (o.BrowserApiKey, o.ServiceToken) = ("browser", Secrets.Token)).AbsoluteUri);
        Assert.StartsWith($"https://maps.example/maps/m/style.json?key={Secrets.KeyId}&signature=", Style(o => o.ServiceToken = Secrets.Token).AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_in_the_services_is_not_used_by_a_named_account()
    {
        var transport = StubTransport.AlwaysJson();
        var services = new ServiceCollection();
        services.AddSingleton<ApiKeyProvider, AnyKey>();
        services.AddMapTiler("archive", o => o.ApiKey = Secrets.Key).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddMapTiler("keyless", _ => { });
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<GeocodingClient>("archive").SearchAsync("a", cancellationToken: Cancel);

        Assert.EndsWith("?key=" + Secrets.Key, Assert.Single(transport.Uris), StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<MapTilerOptions>>().Get("keyless"));
    }

    [Fact]
    public void MapTilerServiceClient_without_a_token_throws() =>
        Assert.Contains("MapTilerOptions.ServiceToken is missing", Assert.Throws<OptionsValidationException>(() => new MapTilerServiceClient(new() { ApiKey = Secrets.Key })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("no-t0ken")]
    [InlineData("id_n0t-hexadecimal")]
    public void MapTilerServiceClient_with_an_invalid_token_throws_without_repeating_it(string token)
    {
        var error = Assert.Throws<ArgumentException>("serviceToken", () => new MapTilerServiceClient(token));

        Assert.True(token.Length == 0 || !error.Message.Contains(token, StringComparison.Ordinal));
        Assert.Throws<ArgumentNullException>("serviceToken", () => new MapTilerServiceClient((string)null!));
    }

    private sealed class AnyKey : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new("any");
    }
}
