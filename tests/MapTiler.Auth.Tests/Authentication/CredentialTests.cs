using MapTiler.Authentication;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Authentication;

/// <summary>Which of several credentials a call carries.</summary>
public sealed partial class CredentialTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MapTilerAuthentication.Automatic, true, false, "key=" + Secrets.Key)]
    [InlineData(MapTilerAuthentication.Automatic, false, false, "signature=")]
    [InlineData(MapTilerAuthentication.Automatic, false, true, "key=of-the-provider-of-")]
    [InlineData(MapTilerAuthentication.ApiKey, true, true, "key=of-the-provider-of-")]
    [InlineData(MapTilerAuthentication.Signed, true, false, "signature=")]
    [InlineData(MapTilerAuthentication.Signed, true, true, "signature=")]
    public async Task Call_with_several_credentials_sends_the_one_of_its_mode(MapTilerAuthentication authentication, bool hasKey, bool hasProvider, string expected)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder =>
        {
            if (hasProvider)
                builder.UseApiKeyProvider<NamingProvider>();
        }, o => (o.ApiKey, o.ServiceToken, o.Authentication) = (hasKey ? Secrets.Key : null, Secrets.Token, authentication));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        var last = Assert.Single(transport.Uris).Split('?', '&')[^1];
        Assert.StartsWith(expected, last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_receives_the_name_of_the_account()
    {
        var transport = StubTransport.AlwaysJson();
        var services = new ServiceCollection();
        var builder = services.AddMapTiler("archive", _ => { }).UseApiKeyProvider<NamingProvider>();
        builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<GeocodingClient>("archive").SearchAsync("a", cancellationToken: Cancel);

        Assert.EndsWith("?key=of-the-provider-of-archive", Assert.Single(transport.Uris), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MapTilerAuthentication.Automatic, false, "signature=")]
    [InlineData(MapTilerAuthentication.Automatic, true, "key=" + Secrets.Key)]
    [InlineData(MapTilerAuthentication.Signed, true, "signature=")]
    public async Task Token_provider_without_a_key_signs_requests(MapTilerAuthentication authentication, bool hasKey, string expected)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseServiceTokenProvider<TokenProvider>(), o => (o.ApiKey, o.Authentication) = (hasKey ? Secrets.Key : null, authentication));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.StartsWith(expected, Assert.Single(transport.Uris).Split('?', '&')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_provider_authenticates_calls_of_the_Service_API()
    {
        string? header = null;
        var transport = new StubTransport(request =>
        {
            header = request.Headers.Authorization?.ToString();
            return StubTransport.Json("""{"items":[]}""");
        });
        using var services = Clients.Services(transport, builder => builder.UseServiceTokenProvider<TokenProvider>());

        await services.Service().ApiKeys.ListAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal("Token " + Secrets.Token, header);
    }

    [Fact]
    public async Task Token_provider_that_fails_throws_without_a_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseServiceTokenProvider<FailingTokenProvider>(), o => o.ApiKey = null);

        var exception = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.KeyMissing, exception.Reason);
        Assert.Contains(nameof(ServiceTokenProvider), exception.Message, StringComparison.Ordinal);
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task Authentication_None_sends_no_credential()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => (o.ApiKey, o.ServiceToken, o.Authentication) = (Secrets.Key, Secrets.Token, MapTilerAuthentication.None));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.Equal("https://api.maptiler.com/geocoding/a.json", Assert.Single(transport.Uris));
        Assert.Equal("https://api.maptiler.com/maps/streets-v4/style.json", services.GetRequiredService<MapTilerUrlBuilder>().StyleJson("streets-v4").AbsoluteUri);
    }

    [Fact]
    public void Authentication_None_needs_no_credential() =>
        Clients.Services(StubTransport.AlwaysJson(), options: o => (o.ApiKey, o.Authentication) = (null, MapTilerAuthentication.None)).GetRequiredService<MapTilerClient>();

    private sealed class TokenProvider : ServiceTokenProvider
    {
        public override ValueTask<ServiceToken> GetServiceTokenAsync(CredentialContext context, CancellationToken cancellationToken) => new(ServiceToken.Parse(Secrets.Token));
    }

    private sealed class FailingTokenProvider : ServiceTokenProvider
    {
        public override async ValueTask<ServiceToken> GetServiceTokenAsync(CredentialContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("The vault is closed.");
        }
    }

    private sealed class NamingProvider : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new("of-the-provider-of-" + context.Account);
    }
}
