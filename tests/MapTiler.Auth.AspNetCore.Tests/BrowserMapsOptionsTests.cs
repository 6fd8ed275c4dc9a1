using MapTiler.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore.Tests;

public sealed class BrowserMapsOptionsTests
{
    public static TheoryData<string, Action<BrowserMapsOptions>> Wrong { get; } = new()
    {
        { "MapTiler:BrowserMaps:PublicAddress", o => o.PublicAddress = null },
        { "MapTiler:BrowserMaps:PublicAddress", o => o.PublicAddress = new Uri("/maps", UriKind.Relative) },
        { "MapTiler:BrowserMaps:PublicAddress", o => o.PublicAddress = new Uri("ftp://example.com/") },
        { "MapTiler:BrowserMaps:PublicAddress", o => o.PublicAddress = new Uri("https://example.com/?a=1") },
        { "MapTiler:BrowserMaps:PublicAddress", o => o.PublicAddress = new Uri("https://example.com/#maps") },
        { "MapTiler:BrowserMaps:PublicAddress", o => o.PublicAddress = new Uri("https://user@example.com/") },
        { "ids are made of", o => o.Maps.Add("../tiles/v3") },
        { "ids are made of", o => o.Tilesets.Add("a?b") },
        { "ids are made of", o => o.Datasets.Add("..") },
        { "ids are made of", o => o.Maps.Add("") },
        { "Nothing is listed", o => o.Maps.Clear() },
        { "CacheSize", o => o.CacheSize = -1 },
        { "SignedRedirect or Proxy", o => o.Mode = (BrowserMapsMode)7 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_told_when_the_application_starts(string message, Action<BrowserMapsOptions> change)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options(o => o.ServiceToken = Secrets.Token, o =>
        {
            o.Mode = BrowserMapsMode.Proxy;
            o.PublicAddress = new Uri(BrowserApp.Public);
            o.Maps.Add("streets-v4");
            change(o);
        }));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("user@", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Signed_redirects_need_a_token()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options(o => o.ApiKey = Secrets.Key, o => (o.PublicAddress, _) = (new Uri(BrowserApp.Public), o.Maps.Add("streets-v4"))));

        Assert.Contains("MapTiler:ServiceToken", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_checked_when_the_host_starts_though_nothing_is_mapped()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps();
        using var provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options(o => o.ApiKey = Secrets.Key, o => (o.CacheSize, _) = (-1, o.Maps.Add("a/b"))));

        Assert.Equal(4, failure.Failures.Count()); // address, id, token, size
    }

    [Fact]
    public void The_configuration_sets_them_and_code_wins()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("MapTiler:BrowserMaps:Mode", "Proxy"), new("MapTiler:BrowserMaps:PublicAddress", "https://example.com/"), new("MapTiler:BrowserMaps:Maps:0", "streets-v4"),
            new("MapTiler:BrowserMaps:Maps:1", "satellite-v4"), new("MapTiler:BrowserMaps:Tilesets:0", "mine"), new("MapTiler:BrowserMaps:CacheSize", "1000"), new("MapTiler:BrowserMaps:AllowGeocoding", "true"),
        ]).Build();

        var options = Options(o => o.ApiKey = Secrets.Key, o => o.CacheSize = 2000, services => services.AddSingleton<IConfiguration>(configuration));

        Assert.Equal(BrowserMapsMode.Proxy, options.Mode);
        Assert.Equal("https://example.com/", options.PublicAddress!.AbsoluteUri);
        Assert.Equal(["satellite-v4", "streets-v4"], options.Maps.Order(StringComparer.Ordinal));
        Assert.Equal(["mine"], options.Tilesets);
        Assert.Equal(2000, options.CacheSize);
        Assert.True(options.AllowGeocoding);
        Assert.False(options.AllowStaticMaps);
    }

    [Fact]
    public void A_second_call_adds_to_the_first()
    {
        var options = Options(o => o.ServiceToken = Secrets.Token, o => (o.PublicAddress, _) = (new Uri(BrowserApp.Public), o.Maps.Add("streets-v4")), services =>
            services.AddMapTiler().AddBrowserMaps(o => (o.Mode, _) = (BrowserMapsMode.Proxy, o.Maps.Add("satellite-v4"))));

        Assert.Equal(BrowserMapsMode.Proxy, options.Mode);
        Assert.Equal(["satellite-v4", "streets-v4"], options.Maps.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Accounts_have_sections_and_rules_of_their_own()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("MapTiler:BrowserMaps:Maps:0", "streets-v4"), new("MapTiler:archive:BrowserMaps:Mode", "Proxy"),
            new("MapTiler:archive:BrowserMaps:PublicAddress", "https://archive.example/"), new("MapTiler:archive:BrowserMaps:Maps:0", "satellite-v4"),
        ]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps(o => o.PublicAddress = new Uri(BrowserApp.Public));
        services.AddMapTiler("archive", o => o.ApiKey = Secrets.Key).AddBrowserMaps();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        var archive = provider.GetRequiredService<IOptionsMonitor<BrowserMapsOptions>>().Get("archive");
        Assert.Equal(BrowserMapsMode.Proxy, archive.Mode);
        Assert.Equal(["satellite-v4"], archive.Maps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_cache_needs_the_tenant_however_the_provider_of_keys_is_registered(bool isKeyed)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options(
            o => o.AllowMissingCredential = true, o => (o.Mode, o.PublicAddress, o.CacheSize) = (BrowserMapsMode.Proxy, new Uri(BrowserApp.Public), 1),
            services => _ = isKeyed ? services.AddKeyedSingleton<ApiKeyProvider, OneKey>("") : services.AddSingleton<ApiKeyProvider, OneKey>()));

        Assert.Contains("TenantOf", failure.Message, StringComparison.Ordinal);
    }

    private static BrowserMapsOptions Options(Action<MapTilerOptions> account, Action<BrowserMapsOptions> configure, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging();
        more?.Invoke(services);
        services.AddMapTiler(account).AddBrowserMaps(configure);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetRequiredService<IOptions<BrowserMapsOptions>>().Value;
    }

    private sealed class OneKey : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(Secrets.Key);
    }
}
