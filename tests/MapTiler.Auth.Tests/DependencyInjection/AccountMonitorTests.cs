using System.Collections.Concurrent;
using MapTiler.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MapTiler.Tests.DependencyInjection;

/// <summary>What changes in a configuration that reloads.</summary>
public sealed class AccountMonitorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reloaded_key_is_used_by_the_next_request()
    {
        var transport = StubTransport.AlwaysJson();
        var (configuration, services) = Reloading(transport, new() { ["MapTiler:ApiKey"] = "first" });
        using var _ = services;

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        configuration["MapTiler:ApiKey"] = "second";
        configuration.Reload();
        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);

        Assert.Equal(["https://api.maptiler.com/geocoding/a.json?key=first", "https://api.maptiler.com/geocoding/b.json?key=second"], transport.Uris);
    }

    [Fact]
    public async Task Reload_from_key_to_token_signs_the_next_request()
    {
        var transport = StubTransport.AlwaysJson();
        var (configuration, services) = Reloading(transport, new() { ["MapTiler:ApiKey"] = "first" });
        using var _ = services;

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        configuration["MapTiler:ApiKey"] = null;
        configuration["MapTiler:ServiceToken"] = Secrets.Token;
        configuration.Reload();
        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);

        Assert.Equal("https://api.maptiler.com/geocoding/a.json?key=first", transport.Uris[0]);
        Assert.StartsWith($"https://api.maptiler.com/geocoding/b.json?key={Secrets.KeyId}&signature=", transport.Uris[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_reload_keeps_the_last_valid_options_and_is_logged_once()
    {
        var transport = StubTransport.AlwaysJson();
        var logs = new CapturingLoggerProvider();
        var (configuration, services) = Reloading(transport, new() { ["MapTiler:ApiKey"] = "first" }, logs);
        using var _ = services;

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        configuration["MapTiler:ApiKey"] = "not a key";
        try
        {
            configuration.Reload();
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException)
        {
            // Microsoft's options throw to the code that reloads; requests must not be affected
        }

        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);
        await services.Geocoding().SearchAsync("c", cancellationToken: Cancel);

        Assert.All(transport.Uris, uri => Assert.EndsWith("?key=first", uri, StringComparison.Ordinal));
        Assert.Equal(3, transport.Uris.Count);
        var logged = Assert.Single(logs.Messages, m => m.Contains("last valid", StringComparison.Ordinal));
        Assert.Contains("MapTiler:ApiKey", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("not a key", logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_reload_after_a_valid_one_is_logged_again()
    {
        var logs = new CapturingLoggerProvider();
        var (configuration, services) = Reloading(StubTransport.AlwaysJson(), new() { ["MapTiler:ApiKey"] = "first" }, logs);
        using var _ = services;
        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        foreach (var key in new[] { "not a key", "second", "not a key" })
        {
            configuration["MapTiler:ApiKey"] = key;
            if (key == "second")
                configuration.Reload();
            else
                Assert.ThrowsAny<Exception>(configuration.Reload);
            await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        }

        Assert.Equal(2, logs.Messages.Count(m => m.Contains("last valid", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Authentication", "SecretSigned")]
    [InlineData("BaseAddress", "http://[Secret")]
    [InlineData("AllowMissingCredential", "SecretMaybe")]
    public async Task Reload_with_a_value_that_cannot_be_converted_keeps_the_last_valid_options(string option, string value)
    {
        var transport = StubTransport.AlwaysJson();
        var logs = new CapturingLoggerProvider();
        var (configuration, services) = Reloading(transport, new() { ["MapTiler:ApiKey"] = "first" }, logs);
        using var _ = services;
        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        configuration["MapTiler:" + option] = value;
        Assert.ThrowsAny<Exception>(configuration.Reload);
        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);

        Assert.Equal("https://api.maptiler.com/geocoding/b.json?key=first", transport.Uris[^1]);
        Assert.DoesNotContain("Secret", logs.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_during_reloads_use_the_credential_and_base_address_of_one_state(bool toToken)
    {
        var tokenOfB = toToken ? Secrets.Token : null;
        var agents = new ConcurrentQueue<string>();
        var transport = new StubTransport(request =>
        {
            agents.Enqueue(request.RequestUri!.Host + " " + request.Headers.UserAgent);
            return StubTransport.Json();
        });
        var a = new MapTilerOptions { ApiKey = "of-a", UserAgent = "of-a/1", BaseAddress = new Uri("https://a.example/") };
        var b = new MapTilerOptions { ApiKey = tokenOfB is null ? "of-b" : null, ServiceToken = tokenOfB, UserAgent = "of-b/1", BaseAddress = new Uri("https://b.example/") };
        var services = new ServiceCollection();
        services.AddMapTiler().HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddSingleton<IOptionsMonitor<MapTilerOptions>>(new AlternatingMonitor(a, b));
        using var provider = services.BuildServiceProvider();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 250; i++)
                await provider.Geocoding().SearchAsync("x", cancellationToken: Cancel);
        }, Cancel)));

        var ofB = tokenOfB is null ? "https://b.example/geocoding/x.json?key=of-b" : ServiceToken.Parse(tokenOfB).Sign(new Uri("https://b.example/geocoding/x.json")).AbsoluteUri;
        Assert.Equal(1_000, transport.Uris.Count);
        Assert.Equal(["https://a.example/geocoding/x.json?key=of-a", ofB], transport.Uris.Distinct().Order());
        Assert.Equal(["a.example of-a/1", "b.example of-b/1"], agents.Distinct().Order());
    }

    [Fact]
    public async Task Requests_of_another_client_during_reloads_have_the_key_and_the_User_Agent_of_one_state()
    {
        var sent = new ConcurrentQueue<string>();
        var transport = new StubTransport(request =>
        {
            sent.Enqueue(request.RequestUri!.Query + " " + request.Headers.UserAgent);
            return sent.Count % 5 == 0 ? new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable) : StubTransport.Json();
        });
        var services = new ServiceCollection();
        services.AddMapTiler();
        services.AddHttpClient("tiles").AddMapTilerAuthentication().AddHttpMessageHandler(() => new Twice()).ConfigurePrimaryHttpMessageHandler(() => transport);
        services.AddSingleton<IOptionsMonitor<MapTilerOptions>>(new AlternatingMonitor(
            new MapTilerOptions { ApiKey = "of-a", UserAgent = "of-a/1" }, new MapTilerOptions { ApiKey = "of-b", UserAgent = "of-b/1" }));
        using var provider = services.BuildServiceProvider();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 250; i++)
                await provider.Http("tiles").GetAsync(new Uri("https://api.maptiler.com/x"), Cancel);
        }, Cancel)));

        Assert.Equal(["?key=of-a of-a/1", "?key=of-b of-b/1"], sent.Distinct().Order());
    }

    /// <summary>Retries a failed request once.</summary>
    private sealed class Twice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? response : await base.SendAsync(request, cancellationToken);
        }
    }

    private static (IConfigurationRoot Configuration, ServiceProvider Services) Reloading(HttpMessageHandler transport, Dictionary<string, string?> values, CapturingLoggerProvider? logs = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        if (logs is not null)
            services.AddLogging(l => l.AddCapturing(logs));
        services.AddMapTiler().HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => transport);
        return (configuration, services.BuildServiceProvider());
    }

    /// <summary>Reloads at every third look, so that a call that looks twice begins in either state, and in the middle of some.</summary>
    private sealed class AlternatingMonitor(params MapTilerOptions[] states) : IOptionsMonitor<MapTilerOptions>
    {
        private int _looks;

        public MapTilerOptions CurrentValue => Get(null);

        public MapTilerOptions Get(string? name) => states[Interlocked.Increment(ref _looks) / 3 % states.Length];

        public IDisposable? OnChange(Action<MapTilerOptions, string?> listener) => null;
    }
}
