using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore.Tests;

public sealed class BrowserMapsOptionsValidatorTests
{
    public static TheoryData<string, Action<BrowserMapsOptions>> InvalidOptions { get; } = new()
    {
        { "MapTiler:BrowserMaps:PublicUrl", o => o.PublicUrl = null },
        { "MapTiler:BrowserMaps:PublicUrl", o => o.PublicUrl = new Uri("/maps", UriKind.Relative) },
        { "MapTiler:BrowserMaps:PublicUrl", o => o.PublicUrl = new Uri("ftp://example.com/") },
        { "MapTiler:BrowserMaps:PublicUrl", o => o.PublicUrl = new Uri("https://example.com/?a=1") },
        { "MapTiler:BrowserMaps:PublicUrl", o => o.PublicUrl = new Uri("https://example.com/#maps") },
        { "MapTiler:BrowserMaps:PublicUrl", o => o.PublicUrl = new Uri("https://user@example.com/") },
        { "Ids consist of", o => o.Maps.Add("../tiles/v3") },
        { "Ids consist of", o => o.Tilesets.Add("a?b") },
        { "Ids consist of", o => o.Datasets.Add("..") },
        { "Ids consist of", o => o.Maps.Add("") },
        { "No map, tileset or dataset is listed", o => o.Maps.Clear() },
        { "CacheSize", o => o.CacheSize = -1 },
        { "MaxStaleAge", o => o.MaxStaleAge = TimeSpan.FromTicks(-1) },
        { "SignedRedirect or Proxy", o => o.Mode = (BrowserMapsMode)7 },
    };

    [Theory]
    [MemberData(nameof(InvalidOptions))]
    public void Validate_with_an_invalid_option_fails_when_the_application_starts(string message, Action<BrowserMapsOptions> change)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => BrowserMapsRegistration.GetOptions(o => o.ServiceToken = Secrets.Token, o =>
        {
            o.Mode = BrowserMapsMode.Proxy;
            o.PublicUrl = new Uri(BrowserApp.PublicUrl);
            o.Maps.Add("streets-v4");
            change(o);
        }));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("user@", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_of_SignedRedirect_without_a_service_token_fails_without_showing_the_key()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => BrowserMapsRegistration.GetOptions(o => o.ApiKey = Secrets.Key, o => (o.PublicUrl, _) = (new Uri(BrowserApp.PublicUrl), o.Maps.Add("streets-v4"))));

        Assert.Contains("MapTiler:ServiceToken", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_runs_when_the_host_starts_without_mapped_endpoints()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddMapTiler(o => o.ServiceToken = Secrets.Token).AddBrowserMaps();
        using var provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public void Validate_with_several_invalid_options_reports_all_of_them()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => BrowserMapsRegistration.GetOptions(o => o.ApiKey = Secrets.Key, o => (o.CacheSize, _) = (-1, o.Maps.Add("a/b"))));

        Assert.Equal(4, failure.Failures.Count()); // URL, id, token, size
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Validate_of_a_cache_with_a_key_provider_and_without_TenantSelector_fails(bool isKeyed)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => BrowserMapsRegistration.GetOptions(
            o => o.AllowMissingCredential = true, o => (o.Mode, o.PublicUrl, o.CacheSize) = (BrowserMapsMode.Proxy, new Uri(BrowserApp.PublicUrl), 1),
            services => _ = isKeyed ? services.AddKeyedSingleton<ApiKeyProvider, FixedKeyProvider>("") : services.AddSingleton<ApiKeyProvider, FixedKeyProvider>()));

        Assert.Contains("TenantSelector", failure.Message, StringComparison.Ordinal);
    }

    private sealed class FixedKeyProvider : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(Secrets.Key);
    }
}
