using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using MapTiler.AspNetCore.Documents;
using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests.Documents;

public sealed class MapContentsTests
{
    private const string Uuid = "0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    private const string Tile = "/maptiler/tiles/v4/0/0/0.pbf";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Styles in the forms that the service returns; <c>API</c> and <c>KEY</c> are replaced.</summary>
    public static TheoryData<string, string, int> Styles => new()
    {
        { "streets-v2", """{"sources":{"maptiler_planet":{"url":"API/tiles/v3/tiles.json?key=KEY","type":"vector"}},"sprite":"API/maps/streets-v2/sprite"}""", 2 },
        { "topo-v2", """{"sources":{"contours":{"url":"API/tiles/contours-v2/tiles.json?key=KEY","type":"vector"},"terrain_rgb":{"url":"API/tiles/terrain-rgb-v2/tiles.json?key=KEY","type":"raster-dem"}},"sprite":"API/maps/topo-v2/sprite"}""", 3 },
        { "streets-v4", """{"sources":{"maptiler_planet_v4":{"url":"API/tiles/v4/tiles.json?key=KEY","type":"vector"},"maptiler_attribution":{"attribution":"&copy; MapTiler","type":"vector"}},"sprite":[{"id":"default","url":"API/sprites/general/sprite"},{"id":"misc","url":"API/sprites/misc/sprite"}]}""", 3 },
        { "hybrid-v4", """{"sources":{"maptiler_planet":{"url":"API/tiles/v4/tiles.json?key=KEY","type":"vector"},"satellite":{"url":"API/tiles/satellite-v2/tiles.json?key=KEY","type":"raster"}},"sprite":"API/sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite"}""", 3 },
        { Uuid, $$$"""{"sources":{"{{{Uuid}}}":{"url":"API/tiles/{{{Uuid}}}/tiles.json?key=KEY","type":"vector"},"shops":{"type":"geojson","data":"API/data/d7/features.json?key=KEY"}},"sprite":"API/maps/outdoor-v2/sprite"}""", 3 },
        { "own-tiles", """{"sources":{"a":{"tiles":["API/tiles/outdoor/{z}/{x}/{y}.pbf?key=KEY"],"type":"vector"}}}""", 1 },
    };

    public static IEnumerable<TheoryDataRow<BrowserMapsMode, string, string, int>> StylesInEachMode =>
        from mode in Enum.GetValues<BrowserMapsMode>()
        from row in Styles
        let style = row.Data
        select new TheoryDataRow<BrowserMapsMode, string, string, int>(mode, style.Item1, style.Item2, style.Item3);

    [Theory]
    [MemberData(nameof(StylesInEachMode))]
    public async Task Listed_map_is_served_with_everything_that_its_style_contains_and_without_a_key(BrowserMapsMode mode, string mapId, string style, int parts)
    {
        await using var service = await Service.StartAsync((mapId, style));
        await using var app = await service.StartAppAsync(mode, mapId);
        var text = await app.GetStringAsync($"/maptiler/maps/{mapId}/style.json");
        var urls = Urls(text).ToList();

        Assert.Equal(parts, urls.Count);
        foreach (var url in urls)
        {
            var path = url.StartsWith(BrowserApp.PublicUrl, StringComparison.Ordinal) ? url[BrowserApp.PublicUrl.Length..] : url;
            path = path.EndsWith("/sprite", StringComparison.Ordinal) ? path + "@2x.json" : path.Replace("{z}/{x}/{y}", "0/0/0", StringComparison.Ordinal);
            using var response = await app.GetAsync(path);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{(int)response.StatusCode} for {path}");
            var document = path.EndsWith("tiles.json", StringComparison.Ordinal) ? await response.Content.ReadAsStringAsync(Cancel) : "{}";
            text += document;
            foreach (var template in Urls(document))
            {
                using var tile = await app.GetAsync(template[BrowserApp.PublicUrl.Length..].Replace("{z}/{x}/{y}", "0/0/0", StringComparison.Ordinal));
                Assert.True(tile.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{(int)tile.StatusCode} for {template}");
            }
        }

        Assert.DoesNotContain("key=", text, StringComparison.Ordinal);
        Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BrowserMapsMode.SignedRedirect, 0)]
    [InlineData(BrowserMapsMode.Proxy, 0)]
    [InlineData(BrowserMapsMode.Proxy, 1_000_000)]
    public async Task Replica_that_has_not_served_the_style_loads_it_once_and_serves_its_tiles(BrowserMapsMode mode, long cacheSize)
    {
        await using var service = await Service.StartAsync(("streets-v4", V4()));
        await using var app = await service.StartAppAsync(mode, o => o.CacheSize = cacheSize, "streets-v4");

        foreach (var tile in new[] { "0/0/0", "1/0/0", "1/1/0" })
        {
            using var response = await app.GetAsync($"/maptiler/tiles/v4/{tile}.pbf");
            Assert.Equal(mode == BrowserMapsMode.Proxy ? HttpStatusCode.OK : HttpStatusCode.Found, response.StatusCode);
        }

        Assert.Equal(1, service.StyleRequests("streets-v4"));
    }

    [Theory]
    [InlineData("tiles/v3/0/0/0.pbf")]
    [InlineData("tiles/v3/tiles.json")]
    [InlineData("tiles/V4/tiles.json")]
    [InlineData("tiles/v4%2e/tiles.json")]
    [InlineData("sprites/v4/sprite.json")]
    [InlineData("sprites/other/sprite@2x.png")]
    [InlineData("maps/streets-v2/sprite.json")]
    [InlineData("maps/streets-v2/style.json")]
    [InlineData("data/v4/features.json")]
    public async Task Resource_that_no_style_of_a_listed_map_contains_returns_404(string path)
    {
        await using var service = await Service.StartAsync(("streets-v4", V4()), ("streets-v2", """{"sources":{"a":{"url":"API/tiles/v3/tiles.json"}},"sprite":"API/sprites/other/sprite"}"""));
        await using var app = await service.StartAppAsync(BrowserMapsMode.Proxy, "streets-v4");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, "/maptiler/" + path));
        Assert.All(service.Requests, request => Assert.StartsWith("/maps/streets-v4/style.json?", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unknown_ids_load_the_styles_at_most_once_in_ten_seconds()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await Service.StartAsync(("streets-v4", V4()));
        await using var app = await service.StartAppAsync(BrowserMapsMode.Proxy, time, "streets-v4");

        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"/maptiler/tiles/random-{i}/0/0/0.pbf"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"/maptiler/sprites/random-{i}/sprite.json"));
        }

        Assert.Equal(1, service.StyleRequests("streets-v4"));
        time.Advance(MapContents.MinInterval);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, "/maptiler/tiles/random-1/0/0/0.pbf"));
        Assert.Equal(2, service.StyleRequests("streets-v4"));
        var rejected = app.Logs.Messages.Where(message => message.Contains("are rejected with status 404", StringComparison.Ordinal)).ToList();
        Assert.Equal(100, rejected.Count);
        Assert.Contains("tiles/random-0 are rejected with status 404: no style of a listed map contains it, and it is not in BrowserMapsOptions.Tilesets.", rejected[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Style_that_changed_is_loaded_again_and_its_previous_tileset_is_served_for_four_hours()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await Service.StartAsync(("m", V4("before")));
        await using var app = await service.StartAppAsync(BrowserMapsMode.Proxy, time, "m");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/maptiler/tiles/before/0/0/0.pbf"));

        service.Styles["m"] = V4("after");
        time.Advance(MapContents.MinInterval);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/maptiler/tiles/after/0/0/0.pbf"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/maptiler/tiles/before/0/0/0.pbf"));
        time.Advance(MapContents.Retention);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, "/maptiler/tiles/before/0/0/0.pbf"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/maptiler/tiles/after/0/0/0.pbf"));
    }

    [Fact]
    public async Task Tileset_of_a_style_that_changed_is_served_although_the_previous_style_is_cached()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await Service.StartAsync(("m", V4("before")));
        service.CacheControl = "public, max-age=14400";
        await using var app = await BrowserApp.StartAsync(
            service.Server.BaseAddress, BrowserMapsMode.Proxy, o => (Clear(o).CacheSize, _) = (1_000_000, o.Maps.Add("m")), services: services => services.AddSingleton<TimeProvider>(time));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/maptiler/tiles/before/0/0/0.pbf"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, "/maptiler/tiles/after/0/0/0.pbf"));

        service.Styles["m"] = V4("after");
        time.Advance(MapContents.MinInterval);

        Assert.Contains("/before/", await app.GetStringAsync("/maptiler/maps/m/style.json"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/maptiler/tiles/after/0/0/0.pbf"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/maptiler/tiles/before/1/0/0.pbf"));
    }

    [Fact]
    public async Task Tileset_that_the_style_no_longer_contains_is_rejected_even_if_only_known_tilesets_are_requested()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await Service.StartAsync(("m", V4("before")));
        await using var app = await service.StartAppAsync(BrowserMapsMode.Proxy, time, "m");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "/maptiler/tiles/before/0/0/0.pbf"));
        service.Styles["m"] = V4("after");

        var statuses = new List<HttpStatusCode>();
        for (var elapsed = TimeSpan.Zero; elapsed <= MapContents.Retention; elapsed += MapContents.MaxAge)
        {
            time.Advance(MapContents.MaxAge);
            statuses.Add(await StatusAsync(app, "/maptiler/tiles/before/0/0/0.pbf"));
        }

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (statuses[0], statuses[^1]));
    }

    [Fact]
    public async Task Failure_of_the_service_does_not_affect_known_tilesets_and_is_returned_for_others()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await Service.StartAsync(("m", V4()), ("other", V4("v3")));
        await using var app = await service.StartAppAsync(BrowserMapsMode.SignedRedirect, time, "m", "other");
        service.Failing["other"] = 503;
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(app, Tile)); // the other map does not affect it

        service.Failing["m"] = 503;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(app, "/maptiler/tiles/v3/0/0/0.pbf"));
        time.Advance(MapContents.MaxAge);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(app, "/maptiler/tiles/v3/0/0/0.pbf"));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(app, Tile));
        time.Advance(MapContents.Retention);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(app, Tile)); // and not 404
        Assert.Contains("The style of the listed map 'm' could not be loaded (503", app.Logs.All, StringComparison.Ordinal);

        service.Failing.Clear();
        time.Advance(MapContents.MinInterval);
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(app, Tile));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(app, "/maptiler/tiles/v3/0/0/0.pbf"));
    }

    [Theory]
    [InlineData(404, HttpStatusCode.NotFound)]
    [InlineData(410, HttpStatusCode.NotFound)]
    [InlineData(403, HttpStatusCode.Forbidden)]
    public async Task Listed_map_that_does_not_exist_contains_nothing(int status, HttpStatusCode expected)
    {
        await using var service = await Service.StartAsync(("m", V4()));
        await using var app = await service.StartAppAsync(BrowserMapsMode.Proxy, "gone", "m");
        service.Failing["gone"] = status;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, Tile));
        Assert.Equal(expected, await StatusAsync(app, "/maptiler/tiles/v3/0/0/0.pbf"));
    }

    [Fact]
    public async Task Concurrent_requests_load_the_style_once_even_if_the_first_browser_disconnects()
    {
        await using var service = await Service.StartAsync(("m", V4()));
        await using var app = await service.StartAppAsync(BrowserMapsMode.SignedRedirect, "m");
        service.Hold = new TaskCompletionSource();
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = app.Browser.GetAsync(Tile, abort.Token);
        await app.WaitForRequestsAsync(1);
        var others = Enumerable.Range(0, 20).Select(_ => StatusAsync(app, Tile)).ToList();
        await app.WaitForRequestsAsync(21);

        await abort.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        service.Hold.SetResult();

        Assert.All(await Task.WhenAll(others), status => Assert.Equal(HttpStatusCode.Found, status));
        Assert.Equal(1, service.StyleRequests("m"));
    }

    [Fact]
    public async Task Tenant_is_served_what_the_style_loaded_with_its_own_key_contains()
    {
        await using var service = await Service.StartAsync(("m?KeyOfanna", V4("of-anna")), ("m?KeyOfbert", V4("of-bert")));
        await using var app = await BrowserApp.StartAsync(
            service.Server.BaseAddress, BrowserMapsMode.Proxy, o =>
            {
                Clear(o).Maps.Add("m");
                o.TenantSelector = context => context.Request.Headers["X-Tenant"].ToString();
            },
            account: o => (o.ServiceToken, o.AllowMissingCredential) = (null, true),
            services: services => services.AddHttpContextAccessor().AddSingleton<ApiKeyProvider, TenantKeyProvider>());

        foreach (var (tenant, tileset, status) in new[] { ("anna", "of-anna", 200), ("bert", "of-anna", 404), ("bert", "of-bert", 200), ("anna", "of-bert", 404) })
        {
            using var response = await app.GetAsync($"/maptiler/tiles/{tileset}/0/0/0.pbf", ("X-Tenant", tenant));
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Options_without_a_map_serve_only_listed_tilesets_and_load_no_style()
    {
        await using var service = await Service.StartAsync();
        await using var app = await service.StartAppAsync(BrowserMapsMode.SignedRedirect, o => o.Tilesets.Add("v4"));

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(app, Tile));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, "/maptiler/tiles/v3/0/0/0.pbf"));
        Assert.Empty(service.Requests);
        Assert.Contains("no map is listed whose style could contain it", app.Logs.All, StringComparison.Ordinal);
        var failure = Assert.Throws<ArgumentException>("mapId", () => app.Services.GetRequiredService<BrowserMaps>().StyleUrl("streets-v4"));
        Assert.Contains("no map is listed", failure.Message, StringComparison.Ordinal);
    }

    private static string V4(string tileset = "v4") => $$$"""{"sources":{"a":{"url":"API/tiles/{{{tileset}}}/tiles.json?key=KEY","type":"vector"}},"sprite":"API/sprites/general/sprite"}""";

    private static async Task<HttpStatusCode> StatusAsync(BrowserApp app, string path)
    {
        using var response = await app.GetAsync(path);
        return response.StatusCode;
    }

    private static IEnumerable<string> Urls(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Texts(document.RootElement).Where(text => text.Contains("://", StringComparison.Ordinal))];

        static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            JsonValueKind.String => [element.GetString()!],
            _ => [],
        };
    }

    private static BrowserMapsOptions Clear(BrowserMapsOptions options)
    {
        options.Maps.Clear();
        options.Tilesets.Clear();
        options.Datasets.Clear();
        return options;
    }

    private sealed class TenantKeyProvider(IHttpContextAccessor current) : ApiKeyProvider
    {
        public override async ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return "KeyOf" + current.HttpContext!.Request.Headers["X-Tenant"];
        }
    }

    /// <summary>A server that returns styles by map id, or by map id and key.</summary>
    private sealed class Service : IAsyncDisposable
    {
        public ConcurrentDictionary<string, string> Styles { get; } = new();

        public ConcurrentDictionary<string, int> Failing { get; } = new();

        public string? CacheControl { get; set; }

        /// <summary>If it is set, style responses wait for it.</summary>
        public TaskCompletionSource? Hold { get; set; }

        public LoopbackServer Server { get; private set; } = null!;

        public IEnumerable<string> Requests => Server.Requests.Select(request => request.Target);

        public static async Task<Service> StartAsync(params (string MapId, string Style)[] styles)
        {
            var service = new Service();
            foreach (var (mapId, style) in styles)
                service.Styles[mapId] = style;
            service.Server = await LoopbackServer.StartAsync(service.RespondAsync);
            return service;
        }

        public int StyleRequests(string mapId) => Requests.Count(request => request.StartsWith($"/maps/{mapId}/style.json", StringComparison.Ordinal));

        public Task<BrowserApp> StartAppAsync(BrowserMapsMode mode, params string[] maps) => StartAppAsync(mode, _ => { }, maps);

        public Task<BrowserApp> StartAppAsync(BrowserMapsMode mode, TimeProvider time, params string[] maps) =>
            BrowserApp.StartAsync(Server.BaseAddress, mode, o => Clear(o).Maps.UnionWith(maps), services: services => services.AddSingleton(time));

        public Task<BrowserApp> StartAppAsync(BrowserMapsMode mode, Action<BrowserMapsOptions> configure, params string[] maps) => BrowserApp.StartAsync(Server.BaseAddress, mode, o =>
        {
            Clear(o).Maps.UnionWith(maps);
            configure(o);
        });

        public ValueTask DisposeAsync() => Server.DisposeAsync();

        private async Task RespondAsync(HttpContext context)
        {
            var (segments, key) = (context.Request.Path.Value!.Split('/'), context.Request.Query["key"].ToString());
            context.Response.ContentType = segments[^1].EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "application/x-protobuf";
            if (segments is not [_, "maps", var mapId, "style.json"])
            {
                await context.Response.WriteAsync(segments is [_, "tiles", var tileset, "tiles.json"] ? WithKey($$"""{"tilejson":"2.1.0","tiles":["API/tiles/{{tileset}}/{z}/{x}/{y}.pbf?key=KEY"]}""") : "{}");
                return;
            }

            context.Response.Headers.CacheControl = CacheControl;
            if (Hold is { } hold)
                await hold.Task;
            if (Failing.TryGetValue(mapId, out var status))
                context.Response.StatusCode = status;
            else if (Styles.TryGetValue(mapId, out var style) || Styles.TryGetValue($"{mapId}?{key}", out style))
                await context.Response.WriteAsync(WithKey(style));
            else
                context.Response.StatusCode = StatusCodes.Status404NotFound;

            string WithKey(string text) => text.Replace("API", $"http://{context.Request.Host}", StringComparison.Ordinal).Replace("KEY", key, StringComparison.Ordinal);
        }
    }
}
