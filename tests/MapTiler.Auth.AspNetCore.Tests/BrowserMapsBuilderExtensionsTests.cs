using MapTiler.AspNetCore.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore.Tests;

public sealed class BrowserMapsBuilderExtensionsTests
{
    [Fact]
    public void AddBrowserMaps_binds_the_configuration_and_the_delegate_overrides_it()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("MapTiler:BrowserMaps:Mode", "Proxy"), new("MapTiler:BrowserMaps:PublicUrl", "https://example.com/"), new("MapTiler:BrowserMaps:Maps:0", "streets-v4"),
            new("MapTiler:BrowserMaps:Maps:1", "satellite-v4"), new("MapTiler:BrowserMaps:Tilesets:0", "mine"), new("MapTiler:BrowserMaps:CacheSize", "1000"), new("MapTiler:BrowserMaps:AllowGeocoding", "true"),
        ]).Build();

        var options = BrowserMapsRegistration.GetOptions(o => o.ApiKey = Secrets.Key, o => o.CacheSize = 2000, services => services.AddSingleton<IConfiguration>(configuration));

        Assert.Equal(BrowserMapsMode.Proxy, options.Mode);
        Assert.Equal("https://example.com/", options.PublicUrl!.AbsoluteUri);
        Assert.Equal(["satellite-v4", "streets-v4"], options.Maps.Order(StringComparer.Ordinal));
        Assert.Equal(["mine"], options.Tilesets);
        Assert.Equal(2000, options.CacheSize);
        Assert.True(options.AllowGeocoding);
        Assert.False(options.AllowStaticMaps);
    }

    [Fact]
    public void AddBrowserMaps_called_twice_adds_to_the_first_options()
    {
        var options = BrowserMapsRegistration.GetOptions(o => o.ServiceToken = Secrets.Token, o => (o.PublicUrl, _) = (new Uri(BrowserApp.PublicUrl), o.Maps.Add("streets-v4")), services =>
            services.AddMapTiler().AddBrowserMaps(o => (o.Mode, _) = (BrowserMapsMode.Proxy, o.Maps.Add("satellite-v4"))));

        Assert.Equal(BrowserMapsMode.Proxy, options.Mode);
        Assert.Equal(["satellite-v4", "streets-v4"], options.Maps.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AddBrowserMaps_of_a_named_account_binds_and_validates_its_own_section()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("MapTiler:BrowserMaps:Maps:0", "streets-v4"), new("MapTiler:archive:BrowserMaps:Mode", "Proxy"),
            new("MapTiler:archive:BrowserMaps:PublicUrl", "https://archive.example/"), new("MapTiler:archive:BrowserMaps:Maps:0", "satellite-v4"),
        ]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps(o => o.PublicUrl = new Uri(BrowserApp.PublicUrl));
        services.AddMapTiler("archive", o => o.ApiKey = Secrets.Key).AddBrowserMaps();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        var archive = provider.GetRequiredService<IOptionsMonitor<BrowserMapsOptions>>().Get("archive");
        Assert.Equal(BrowserMapsMode.Proxy, archive.Mode);
        Assert.Equal(["satellite-v4"], archive.Maps);
    }
}
