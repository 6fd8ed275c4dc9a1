using MapTiler.Authentication;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.DependencyInjection;

/// <summary>Providers in dependency injection: their scope, their failures, and how often they are called.</summary>
public sealed class ApiKeyProviderRegistrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UseApiKeyProvider_calls_the_provider_for_every_request_with_its_context()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<CountingProvider>(), o => o.ApiKey = null);

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);
        await services.Http().GetAsync(new Uri("maps/streets%2Dv4/style.json?key=x", UriKind.Relative), Cancel);

        Assert.Equal(["https://api.maptiler.com/geocoding/Brno.json?key=key-1-", "https://api.maptiler.com/maps/streets-v4/style.json?key=key-2-streets-v4"], transport.Uris);
    }

    [Fact]
    public async Task Scoped_provider_has_its_own_scope_for_every_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<ScopedProvider>(), o => o.ApiKey = null, before: s =>
        {
            s.AddScoped<ScopedProvider>();
            s.AddScoped<Tenant>();
        });

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);

        Assert.Equal(2, transport.Uris.Distinct(StringComparer.Ordinal).Select(uri => uri.Split("key=")[1]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, Tenant.Disposed);
    }

    [Fact]
    public async Task Provider_that_fails_throws_without_a_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<FailingProvider>(), o => o.ApiKey = null);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.KeyMissing, error.Reason);
        Assert.Contains("ApiKeyProvider failed with", error.Message, StringComparison.Ordinal);
        Assert.IsType<TimeZoneNotFoundException>(error.GetBaseException());
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task Provider_whose_vault_is_out_of_reach_is_called_once_a_request_and_ends_a_batch()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<UnreachableVault>(), o => o.ApiKey = null);

        var results = new List<GeocodingBatchResult>();
        var error = await Assert.ThrowsAsync<MapTilerException>(async () =>
        {
            await foreach (var result in services.Geocoding().BatchAsync(Enumerable.Repeat("Brno", 150), maxConcurrency: 1, cancellationToken: Cancel))
                results.Add(result);
        });

        Assert.Equal(MapTilerErrorReason.KeyMissing, error.Reason);
        Assert.Equal(1, services.GetRequiredService<UnreachableVault>().Asked);
        Assert.Equal(50, results.Count);
        Assert.All(results, r => Assert.Equal(MapTilerErrorReason.KeyMissing, r.Error?.Reason));
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task Provider_in_the_services_is_used()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, options: o => o.ApiKey = null, before: s => s.AddSingleton<ApiKeyProvider, CountingProvider>());

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.Equal(["https://api.maptiler.com/geocoding/a.json?key=key-1-"], transport.Uris);
    }

    private sealed class CountingProvider : ApiKeyProvider
    {
        private int _count;

        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new($"key-{++_count}-{context.MapId}");
    }

    private sealed class Tenant : IDisposable
    {
        public static int Disposed;

        public string Id { get; } = Guid.NewGuid().ToString();

        public void Dispose() => Interlocked.Increment(ref Disposed);
    }

    private sealed class ScopedProvider(Tenant tenant) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(tenant.Id);
    }

    private sealed class FailingProvider : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => throw new TimeZoneNotFoundException();
    }

    private sealed class UnreachableVault : ApiKeyProvider
    {
        public int Asked { get; private set; }

        public override async ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken)
        {
            Asked++;
            await Task.Yield();
            throw new HttpRequestException("the vault is down");
        }
    }
}
