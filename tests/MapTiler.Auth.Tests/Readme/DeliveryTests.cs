using MapTiler.Emulator;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;

namespace Shop.Tests;

public sealed class DeliveryTests : IAsyncLifetime
{
    private MapTilerEmulator _maps = null!;

    public async ValueTask InitializeAsync() => _maps = await MapTilerEmulator.StartAsync(new() { Seed = "shop" });

    public ValueTask DisposeAsync() => _maps.DisposeAsync();

    [Fact]
    public async Task Search_is_retried_with_the_same_key_after_a_failure()
    {
        _maps.Faults.Add(new Fault { PathPrefix = "/geocoding/", Status = 503, Times = 1 });
        await using var provider = new ServiceCollection().AddMapTiler(o => (o.ApiKey, o.BaseAddress) = (_maps.ApiKey, _maps.BaseAddress)).Services.BuildServiceProvider();

        var result = await provider.GetRequiredService<GeocodingClient>().SearchAsync("Zürich", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("Zürich", result.Features[0].Text);
        Assert.Equal([503, 200], _maps.Requests.Select(r => r.StatusCode));
        Assert.All(_maps.Requests, r => Assert.Equal(("default", "/geocoding/Z%C3%BCrich.json?key=***"), (r.KeyName, r.Target)));
    }
}
