#if !NETSTANDARD_BUILD
using MapTiler.Authentication;
using MapTiler.StaticMaps;

namespace MapTiler.Tests.Conventions;

/// <summary>
/// The bytes that an operation allocates, which do not depend on the machine. The limits include a margin for builds without optimization, in which asynchronous methods
/// allocate more.
/// </summary>
public sealed class AllocationTests
{
    private static readonly MapTilerUrlBuilder Urls = new("k");
    private static readonly TileUrlTemplate Tiles = Urls.MapTileTemplate("streets-v4");
    private static readonly ServiceToken Token = ServiceToken.Parse("0123456789abcdef_" + string.Concat(Enumerable.Repeat("c0ffee42", 8)));
    private static readonly Uri Url = new("https://api.maptiler.com/geocoding/Zurich.json?language=de,en&limit=5");
    private static readonly StaticMapOptions Markers = new() { Markers = [new StaticMapMarkers([.. Enumerable.Range(0, 20).Select(i => new StaticMapMarker(new LngLat(8.5 + (i / 100.0), 47.4)))])] };

    private static readonly Dictionary<string, (Action Run, int MaxBytes)> Operations = new()
    {
        ["tile URL"] = (() => Tiles.Fill(new(14, 8580, 5737)), 176),
        ["geocoding URL"] = (() => Urls.GeocodingSearch("Praha 1, Šumavská 5/3", new() { Languages = ["de", "cs"], Limit = 3, Proximity = new LngLat(8.5417, 47.3769) }), 2_500),
        ["static map URL with 20 markers"] = (() => Urls.StaticMap("base-v4", StaticMapArea.Auto, Markers), 2_500),
        ["signed string"] = (() => Token.Sign(Url.AbsoluteUri), 1_000),
        ["signed Uri"] = (() => Token.Sign(Url), 1_500),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Operation_allocates_at_most_its_budget(string name) => AssertBudget(Operations[name].MaxBytes, Operations[name].Run);

    [Fact]
    public void Call_allocates_at_most_its_budget()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(ResponseBodies.NoFeatures));
        var geocoding = services.Geocoding();

        AssertBudget(12_000, () =>
        {
            // Everything happens on this thread, because the stub responds synchronously.
            var call = geocoding.SearchAsync("Brno", cancellationToken: CancellationToken.None);
            Assert.True(call.IsCompletedSuccessfully);
        });
    }

    /// <summary>The minimum of several runs, because the runtime allocates in some of them, such as for the types of first uses and for pools.</summary>
    private static void AssertBudget(int maxBytes, Action run)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 50; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 1, maxBytes);
    }
}
#endif
