using System.Net;
using MapTiler.Elevation;
using MapTiler.GeoJson;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Elevation;

public sealed class ElevationClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[[8.5,47.4,408.20001220703125]]", 408.20001220703125)]
    [InlineData("[[8.5,47.4,null]]", null)]
    [InlineData("[[8.5,47.4]]", null)]
    [InlineData("[8.5,47.4,408]", 408.0)]
    public async Task One_place_has_a_height_or_none(string body, double? height)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body));

        Assert.Equal(height, await Elevation(services).GetAsync(new LngLat(8.5, 47.4), cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[[1,2,3],[1,2,3]]")]
    [InlineData("{}")]
    [InlineData("[[\"a\",2,3]]")]
    [InlineData("[[1]]")]
    [InlineData("[[1,2,3]")]
    [InlineData("[1,2,{}]")]
    public async Task Heights_of_another_shape_are_an_invalid_response(string body)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Elevation(services).GetAsync(default, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task Many_places_are_split_in_order_and_a_bad_one_is_an_error_in_its_place()
    {
        var wire = Wire.AlwaysJson();
        using var services = Clients.Services(wire);
        var places = Enumerable.Range(0, 120).Select(i => i == 7 ? new LngLat(180, 0) : i == 60 ? new LngLat(0, 85.1) : new LngLat(i / 10.0, i / 100.0)).ToList();

        var results = await CollectAsync(Elevation(services).BatchAsync(places, new() { Unit = ElevationUnit.Feet }, Cancel));

        Assert.Equal(3, wire.Uris.Count);
        Assert.All(wire.Uris, uri => Assert.Contains(".json?unit=feet&key=", uri, StringComparison.Ordinal));
        Assert.Equal(places, results.Select(r => r.Place));
        Assert.Equal(Enumerable.Range(0, 120).Select(i => (long)i), results.Select(r => r.Index));
        Assert.Equal([7, 60], results.Where(r => r.Error is not null).Select(r => r.Index));
        Assert.All(results, r => Assert.Equal(r.Error is null ? 100.5 : null, r.Elevation));
        Assert.Equal(118, wire.Uris.Sum(uri => uri.Count(c => c == ';') + 1));
    }

    [Fact]
    public async Task No_places_send_nothing()
    {
        var wire = Wire.AlwaysJson();
        using var services = Clients.Services(wire);

        Assert.Empty(await CollectAsync(Elevation(services).BatchAsync([], cancellationToken: Cancel)));
        Assert.Empty(wire.Uris);
    }

    [Fact]
    public async Task A_profile_has_its_distances()
    {
        using var services = Clients.Services(Wire.AlwaysJson());
        var line = new GeoJsonLineString([new Position(0, 0), new Position(0, 1), new Position(1, 1)]);

        var corners = await CollectAsync(Elevation(services).GetProfileAsync(line, cancellationToken: Cancel));
        var even = await CollectAsync(Elevation(services).GetProfileAsync(line, spacing: 50_000, cancellationToken: Cancel));

        Assert.Equal([0, 111_195, 222_373], corners.Select(p => Math.Round(p.Distance)));
        Assert.Equal([0, 50_000, 100_000, 150_000, 200_000, 222_373], even.Select(p => Math.Round(p.Distance)));
        Assert.Equal(new LngLat(0, 0), even[0].Place);
        Assert.Equal(new LngLat(1, 1), even[^1].Place);
        Assert.All(even, p => Assert.Equal(100.5, p.Elevation));
        Assert.All(even.Zip(even.Skip(1)).SkipLast(1), pair => Assert.InRange(GreatCircle.Distance(pair.First.Place, pair.Second.Place), 35_000, 50_001)); // the corner is cut
    }

    [Fact]
    public void A_profile_refuses_what_is_no_line_or_no_spacing()
    {
        using var services = Clients.Services(Wire.AlwaysJson());
        LngLat[] line = [new(0, 0), new(10, 0)];

        Assert.Throws<ArgumentException>("line", () => Elevation(services).GetProfileAsync([new LngLat(0, 0)], cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("spacing", () => Elevation(services).GetProfileAsync(line, 0, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("spacing", () => Elevation(services).GetProfileAsync(line, double.NaN, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("spacing", () => Elevation(services).GetProfileAsync(line, 0.5, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Heights_are_computed_between_the_pixels_of_terrain_tiles()
    {
        var wire = Terrain(maxZoom: 0);
        using var services = Clients.Services(wire);
        LngLat[] places = [new(-90, 0), new(90, 0), new(0, 0), new(-180, WebMercator.MaxLatitude)];

        var results = await CollectAsync(Elevation(services).ComputeAsync(places, Halves(0, 1000), cancellationToken: Cancel));
        var feet = await CollectAsync(Elevation(services).ComputeAsync([new LngLat(90, 0)], Halves(0, 1000), new() { Unit = ElevationUnit.Feet, Zoom = 9 }, Cancel));

        Assert.Equal([0, 1000, 500, 0], results.Select(r => Math.Round(r.Elevation!.Value, 1)));
        Assert.Equal(3280.84, Math.Round(feet[0].Elevation!.Value, 2));
        Assert.Equal(["/tiles/terrain-rgb-v2/tiles.json", "/tiles/terrain-rgb-v2/0/0/0.webp", "/tiles/terrain-rgb-v2/tiles.json"], wire.Uris.Select(uri => new Uri(uri).AbsolutePath)); // the second call has the tile
    }

    [Fact]
    public async Task A_tile_that_fails_costs_only_its_places_and_is_asked_again()
    {
        var fails = true;
        var wire = Terrain(maxZoom: 1, request => fails && request.RequestUri!.AbsolutePath.EndsWith("/1/1/0.webp", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.NotFound)
            : request.RequestUri!.AbsolutePath.EndsWith("/1/0/1.webp", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.NoContent) : null);
        using var services = Clients.Services(wire);
        LngLat[] places = [new(-90, 40), new(90, 40), new(90, 41), new(-90, -40), new(0, 89)];

        var first = await CollectAsync(Elevation(services).ComputeAsync(places, Halves(7, 7), cancellationToken: Cancel));
        fails = false;
        var second = await CollectAsync(Elevation(services).ComputeAsync(places, Halves(7, 7), cancellationToken: Cancel));

        Assert.Equal([null, "NotFound", "NotFound", null, "InvalidRequest"], first.Select(r => r.Error?.Reason.Value));
        Assert.Equal([7, null, null, null, null], first.Select(r => Rounded(r.Elevation)));
        Assert.Equal([7, 7, 7, null, null], second.Select(r => Rounded(r.Elevation)));
    }

    [Fact]
    public async Task A_decoder_that_fails_says_on_which_tile()
    {
        using var services = Clients.Services(Terrain(maxZoom: 0));

        var result = Assert.Single(await CollectAsync(Elevation(services).ComputeAsync([default], _ => throw new NotSupportedException("no webp here"), cancellationToken: Cancel)));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, result.Error!.Reason);
        Assert.Contains("tile 0/0/0 of terrain-rgb-v2 (image/webp, 5 bytes): no webp here", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiles_are_kept_for_one_credential_only()
    {
        var wire = Terrain(maxZoom: 0);
        using var services = Clients.Services(wire, builder => builder.UseApiKeyProvider<KeyOfTenant>(), o => o.ApiKey = null);

        await CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel));
        await CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel));

        Assert.Equal(2, wire.Uris.Count(uri => uri.Contains("/0/0/0.webp", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tiles_are_kept_for_no_other_key_that_a_handler_sets()
    {
        var tenant = "tenant-a";
        var wire = Terrain(maxZoom: 0, request => request.RequestUri!.Query.Contains("tenant-b", StringComparison.Ordinal) && request.RequestUri.AbsolutePath.EndsWith(".webp", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Forbidden) : null);
        using var services = Clients.Services(wire, builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => new TenantHandler(() => tenant)));

        var first = await CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel));
        tenant = "tenant-b";
        var second = await CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel));

        Assert.Equal(1, Rounded(first[0].Elevation));
        Assert.Equal(MapTilerErrorReason.Forbidden, second[0].Error?.Reason);
    }

    [Fact]
    public async Task Tiles_are_kept_for_nobody_where_a_handler_sets_the_key_for_tiles_alone()
    {
        var tenant = "tenant-a";
        var wire = Terrain(maxZoom: 0, request => request.RequestUri!.AbsolutePath.EndsWith(".webp", StringComparison.Ordinal) && !request.RequestUri.Query.Contains("tenant-a", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Forbidden) : null);
        using var services = Clients.Services(wire, builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => new TenantHandler(() => tenant) { LeavesTileJson = true }));

        foreach (var (caller, reason) in new[] { ("tenant-a", null), ("tenant-b", "Forbidden"), ("", "Forbidden"), ("tenant-a", null) })
        {
            tenant = caller;
            var result = Assert.Single(await CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel)));
            Assert.Equal(reason, result.Error?.Reason.Value);
        }
    }

    [Fact]
    public async Task Nothing_to_compute_asks_nothing_and_an_unknown_unit_is_refused()
    {
        var wire = Terrain(maxZoom: 0);
        using var services = Clients.Services(wire);

        Assert.Empty(await CollectAsync(Elevation(services).ComputeAsync(Array.Empty<LngLat>(), Halves(1, 1), cancellationToken: Cancel)));
        Assert.Throws<ArgumentOutOfRangeException>("Unit", () => Elevation(services).ComputeAsync([default], Halves(1, 1), new() { Unit = (ElevationUnit)9 }, Cancel));

        Assert.Empty(wire.Uris);
    }

    [Theory]
    [InlineData(53)]
    [InlineData(79)]
    [InlineData(106)]
    [InlineData(400)]
    public async Task A_line_that_the_spacing_divides_has_no_height_too_many(int parts)
    {
        LngLat[] line = [new(1, 0), new(2, 0)];
        using var services = Clients.Services(new Wire(request => Wire.Json(Answers.Of(request.RequestUri!).Body)));

        var points = await CollectAsync(Elevation(services).GetProfileAsync(line, GreatCircle.Distance(line[0], line[1]) / parts, cancellationToken: Cancel));

        Assert.Equal(parts + 1, points.Count);
    }

    [Fact]
    public async Task A_caller_that_shares_the_tile_of_another_can_leave()
    {
        var started = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Path.Value!.EndsWith("tiles.json", StringComparison.Ordinal))
            {
                await context.Response.BodyWriter.WriteAsync("""{"maxzoom":0,"format":"webp"}"""u8.ToArray(), CancellationToken.None);
                return;
            }

            started.TrySetResult();
            await answer.Task;
            context.Response.ContentType = "image/webp";
            await context.Response.BodyWriter.WriteAsync(new byte[] { 1 }, CancellationToken.None);
        });
        using var services = Clients.Services(server.BaseAddress);
        using var leaving = new CancellationTokenSource();

        var first = CollectAsync(Elevation(services).ComputeAsync([default], Halves(5, 5), cancellationToken: Cancel));
        await started.Task.WaitAsync(Cancel);
        var second = CollectAsync(Elevation(services).ComputeAsync([default], Halves(5, 5), cancellationToken: leaving.Token));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        answer.SetResult();

        Assert.Equal(5, Rounded((await first)[0].Elevation));
    }

    [Fact]
    public async Task A_profile_crosses_the_antimeridian()
    {
        using var services = Clients.Services(Wire.AlwaysJson());

        var points = await CollectAsync(Elevation(services).GetProfileAsync([new LngLat(179, 0), new LngLat(180, 0), new LngLat(181, 0)], spacing: 30_000, cancellationToken: Cancel));

        Assert.All(points, p => Assert.Null(p.Error));
        Assert.Equal(-179, points[^1].Place.Longitude, 9);
    }

    [Fact]
    public async Task The_cache_forgets_what_was_not_used_for_long()
    {
        var wire = Terrain(maxZoom: 6);
        using var services = Clients.Services(wire);
        var places = Enumerable.Range(0, 40).Select(i => new LngLat(-178 + i * 5.7, 0.1)).ToList();

        await CollectAsync(Elevation(services).ComputeAsync(places, Halves(1, 1), cancellationToken: Cancel));
        await CollectAsync(Elevation(services).ComputeAsync(places.TakeLast(20), Halves(1, 1), cancellationToken: Cancel));
        var known = wire.Uris.Count;
        await CollectAsync(Elevation(services).ComputeAsync(places.Take(1), Halves(1, 1), cancellationToken: Cancel));

        Assert.Equal(40 + 2, known); // and two TileJSONs
        Assert.Equal(known + 2, wire.Uris.Count);
    }

    private static double? Rounded(double? height) => height is { } value ? Math.Round(value, 3) : null;

    private static IElevationClient Elevation(IServiceProvider services) => services.GetRequiredService<IElevationClient>();

    private static Wire Terrain(int maxZoom, Func<HttpRequestMessage, HttpResponseMessage?>? other = null) => new(request =>
        request.RequestUri!.AbsolutePath.EndsWith("tiles.json", StringComparison.Ordinal)
            ? Wire.Json($$"""{"maxzoom":{{maxZoom}},"format":"webp"}""")
            : other?.Invoke(request) ?? Wire.Text("bytes", "image/webp"));

    /// <summary>A tile of two pixels: the western and the eastern half.</summary>
    private static ImageDecoder Halves(double west, double east) => _ => new RgbaImage(2, 1, new[] { west, east }.SelectMany(height =>
    {
        var value = (int)((height + 10_000) * 10);
        return new[] { (byte)(value >> 16), (byte)(value >> 8), (byte)value, (byte)255 };
    }).ToArray());

    private static async Task<List<T>> CollectAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    private sealed class TenantHandler(Func<string> tenant) : DelegatingHandler
    {
        public bool LeavesTileJson { get; init; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var leaves = tenant().Length == 0 || (LeavesTileJson && request.RequestUri!.AbsolutePath.EndsWith("/tiles.json", StringComparison.Ordinal));
            return base.SendAsync(leaves ? request : MapTiler.Authentication.RequestApiKey.SetMapTilerApiKey(request, tenant()), cancellationToken);
        }
    }

    private sealed class KeyOfTenant : MapTiler.Authentication.ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(MapTiler.Authentication.ApiKeyContext context, CancellationToken cancellationToken) => new("of-a-tenant");
    }
}
