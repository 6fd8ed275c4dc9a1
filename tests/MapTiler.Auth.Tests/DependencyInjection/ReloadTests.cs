using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.Tests.DependencyInjection;

/// <summary>What changes in a configuration that reloads.</summary>
public sealed class ReloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_key_counts_from_the_next_request()
    {
        var wire = Wire.AlwaysJson();
        var (configuration, services) = Reloading(wire, new() { ["MapTiler:ApiKey"] = "first" });
        using var _ = services;

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        configuration["MapTiler:ApiKey"] = "second";
        configuration.Reload();
        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);

        Assert.Equal(["https://api.maptiler.com/geocoding/a.json?key=first", "https://api.maptiler.com/geocoding/b.json?key=second"], wire.Uris);
    }

    [Fact]
    public async Task A_change_from_key_to_token_counts_from_the_next_request()
    {
        var wire = Wire.AlwaysJson();
        var (configuration, services) = Reloading(wire, new() { ["MapTiler:ApiKey"] = "first" });
        using var _ = services;

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        configuration["MapTiler:ApiKey"] = null;
        configuration["MapTiler:ServiceToken"] = Secrets.Token;
        configuration.Reload();
        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);

        Assert.Equal("https://api.maptiler.com/geocoding/a.json?key=first", wire.Uris[0]);
        Assert.StartsWith($"https://api.maptiler.com/geocoding/b.json?key={Secrets.KeyId}&signature=", wire.Uris[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reload_that_does_not_validate_leaves_the_last_valid_options_and_is_logged_once()
    {
        var wire = Wire.AlwaysJson();
        var logs = new CapturingLoggerProvider();
        var (configuration, services) = Reloading(wire, new() { ["MapTiler:ApiKey"] = "first" }, logs);
        using var _ = services;

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        configuration["MapTiler:ApiKey"] = "not a key";
        try
        {
            configuration.Reload();
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException)
        {
            // the options of Microsoft tell whoever reloads; our requests must not care
        }

        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);
        await services.Geocoding().SearchAsync("c", cancellationToken: Cancel);

        Assert.All(wire.Uris, uri => Assert.EndsWith("?key=first", uri, StringComparison.Ordinal));
        Assert.Equal(3, wire.Uris.Count);
        var logged = Assert.Single(logs.Messages, m => m.Contains("last valid", StringComparison.Ordinal));
        Assert.Contains("MapTiler:ApiKey", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("not a key", logged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authentication", "SecretSigned")]
    [InlineData("BaseAddress", "http://[Secret")]
    [InlineData("AllowMissingCredential", "SecretMaybe")]
    public async Task A_value_that_cannot_be_converted_leaves_the_last_valid_options(string option, string value)
    {
        var wire = Wire.AlwaysJson();
        var logs = new CapturingLoggerProvider();
        var (configuration, services) = Reloading(wire, new() { ["MapTiler:ApiKey"] = "first" }, logs);
        using var _ = services;
        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        configuration["MapTiler:" + option] = value;
        Assert.ThrowsAny<Exception>(configuration.Reload);
        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);

        Assert.Equal("https://api.maptiler.com/geocoding/b.json?key=first", wire.Uris[^1]);
        Assert.DoesNotContain("Secret", logs.All, StringComparison.Ordinal);
    }

    private static (IConfigurationRoot Configuration, ServiceProvider Services) Reloading(HttpMessageHandler wire, Dictionary<string, string?> values, CapturingLoggerProvider? logs = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        if (logs is not null)
            services.AddLogging(l => l.AddCapturing(logs));
        services.AddMapTiler().HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => wire);
        return (configuration, services.BuildServiceProvider());
    }
}
