using MapTiler.Authentication;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.DependencyInjection;

/// <summary>Which of several credentials a call carries.</summary>
public sealed class CredentialChoiceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MapTilerAuthentication.Automatic, true, false, "key=" + Secrets.Key)]
    [InlineData(MapTilerAuthentication.Automatic, false, false, "signature=")]
    [InlineData(MapTilerAuthentication.Automatic, false, true, "key=of-the-provider-of-")]
    [InlineData(MapTilerAuthentication.ApiKey, true, true, "key=of-the-provider-of-")]
    [InlineData(MapTilerAuthentication.Signed, true, false, "signature=")]
    [InlineData(MapTilerAuthentication.Signed, true, true, "signature=")]
    public async Task Beside_a_token(MapTilerAuthentication authentication, bool hasKey, bool hasProvider, string expected)
    {
        var wire = Wire.AlwaysJson();
        using var services = Clients.Services(wire, builder =>
        {
            if (hasProvider)
                builder.UseApiKeyProvider<NamingProvider>();
        }, o => (o.ApiKey, o.ServiceToken, o.Authentication) = (hasKey ? Secrets.Key : null, Secrets.Token, authentication));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        var last = Assert.Single(wire.Uris).Split('?', '&')[^1];
        Assert.StartsWith(expected, last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_is_told_for_which_account_it_is_asked()
    {
        var wire = Wire.AlwaysJson();
        var services = new ServiceCollection();
        var builder = services.AddMapTiler("archive", _ => { }).UseApiKeyProvider<NamingProvider>();
        builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => wire);
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IGeocodingClient>("archive").SearchAsync("a", cancellationToken: Cancel);

        Assert.EndsWith("?key=of-the-provider-of-archive", Assert.Single(wire.Uris), StringComparison.Ordinal);
    }

    private sealed class NamingProvider : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new("of-the-provider-of-" + context.Name);
    }
}
