using System.Text.Json;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>samples/BrowserMap in a headless Chromium: a place can be found by keyboard, on a phone and without scripts, and no credential can be found.</summary>
[Collection(BrowserMapVisits.Collection)]
public sealed partial class BrowserMapTests(BrowserMapVisits visits)
{
    private const string SignedRedirect = BrowserMapVisits.SignedRedirect;
    private const string Proxy = BrowserMapVisits.Proxy;

    private static readonly double[] Brno = [16.608, 49.195];

    [Theory]
    [InlineData(SignedRedirect)]
    [InlineData(Proxy)]
    public void The_page_draws_the_layers_of_the_map(string mode)
    {
        var start = Visit(mode, "desktop").GetProperty("start");
        foreach (var layer in (string[])["Water", "Country border", "City labels", "Country labels"])
            Assert.True(start.GetProperty("layers").GetProperty(layer).GetInt32() > 0, $"{layer} is not seen");
        Assert.Equal([15, 49], Numbers(start.GetProperty("center")));
        Assert.True(ColorsOf($"{mode}-desktop.png") > 100);
    }

    [Theory]
    [InlineData(SignedRedirect)]
    [InlineData(Proxy)]
    public void Visits_have_no_errors_and_warnings(string mode) =>
        Assert.All(VisitsOf(mode).Where(visit => visit.Name is not ("trouble" or "noWebGL")), visit => Assert.Empty(Texts(visit.Value, "problems")));

    [Theory]
    [InlineData(SignedRedirect)]
    [InlineData(Proxy)]
    public void The_search_finds_a_place_by_keyboard(string mode)
    {
        var desktop = Visit(mode, "desktop");
        var offered = desktop.GetProperty("offered");
        Assert.Equal(["true", "Brno", "South Moravian, Czech Republic"], Texts(offered, "active"));
        Assert.Equal("true", Text(offered, "expanded"));
        Assert.Equal("1 found", Text(offered, "status"));
        Assert.Equal("false", Text(desktop.GetProperty("escaped"), "expanded"));

        var chosen = desktop.GetProperty("chosen");
        Assert.True(chosen.GetProperty("focused").GetBoolean());
        Assert.Equal("false", Text(chosen, "expanded"));
        Assert.Equal("Brno is shown.", Text(chosen, "status"));
        IsShown(desktop.GetProperty("there"), Brno, "Brno", "South Moravian, Czech Republic");
        Assert.Equal(["Map", "Brno", "Zoom in", "Zoom out"], Texts(desktop, "stops"));
    }

    [Theory]
    [InlineData(SignedRedirect)]
    [InlineData(Proxy)]
    public void The_search_finds_a_place_on_a_phone(string mode)
    {
        var phone = Visit(mode, "phone");
        IsShown(phone.GetProperty("there"), [-117.165, 32.711], "San Diego", "California, United States of America");
        Assert.False(phone.GetProperty("chosen").GetProperty("focused").GetBoolean()); // the keyboard would cover the map
        Assert.Contains("Natural Earth", Text(phone, "attribution"));
    }

    [Theory]
    [InlineData(SignedRedirect)]
    [InlineData(Proxy)]
    public void Controls_on_a_phone_do_not_overlap_and_are_at_least_44_pixels_large(string mode)
    {
        var phone = Visit(mode, "phone");
        var width = Numbers(phone.GetProperty("width"));
        Assert.Equal(width[1], width[0]);

        var controls = Rectangles(phone, "controls");
        Assert.Equal(3, controls.Length);
        var screen = SKRect.Create(390, 844);
        Assert.All(controls, control => Assert.True(screen.Contains(control), $"{control} is not on the screen"));
        Assert.All(controls.SelectMany((one, i) => controls.Skip(i + 1).Select(other => (one, other))), pair => Assert.False(pair.one.IntersectsWith(pair.other), $"{pair} overlap"));

        var targets = Rectangles(phone, "targets");
        Assert.Equal(1 + 5 + 2 + 1, targets.Length); // the search box, its results, two buttons, and the button of the popup
        Assert.All(targets, target => Assert.True(target is { Width: >= 44, Height: >= 44 }, $"{target} is too small"));
    }

    [Theory]
    [InlineData(SignedRedirect)]
    [InlineData(Proxy)]
    public void A_page_without_scripts_shows_a_static_map(string mode)
    {
        var page = Visit(mode, "noScript");
        Assert.Equal([1280, 1280], Numbers(page.GetProperty("size")));
        Assert.NotEqual("", Text(page, "alt"));
        Assert.Contains("MapTiler", Text(page, "attribution"));
        Assert.False(page.GetProperty("hasSearch").GetBoolean());
        Assert.True(ColorsOf($"{mode}-no-script.png") > 100);
    }

    [Fact]
    public void A_page_without_WebGL_shows_a_static_map()
    {
        var page = Visit(SignedRedirect, "noWebGL");
        Assert.Contains("MapTiler", Text(page, "attribution"));
        Assert.False(page.GetProperty("hasSearch").GetBoolean());
    }

    [Theory]
    [InlineData(SignedRedirect)]
    [InlineData(Proxy)]
    public void Visits_contain_no_credential(string mode)
    {
        var hidden = mode == Proxy ? (string[])["API key", "secret", "key id", "signature"] : ["API key", "secret"];
        foreach (var (name, visit) in VisitsOf(mode))
        {
            Assert.All(hidden, credential => Assert.Empty(Texts(visit.GetProperty("found"), credential)));
            Assert.Empty(Texts(visit, "unread"));
            var texts = visit.GetProperty("texts");
            Assert.True(texts.GetProperty("body").GetInt32() >= (name is "noScript" or "noWebGL" ? 5 : 25), $"{name} has too few responses: {texts}");
            if (name != "noScript")
                Assert.Equal("""{"localStorage":{},"sessionStorage":{},"cookie":"","databases":[],"caches":[]}""", visit.GetProperty("kept").GetRawText());
        }

        Assert.DoesNotMatch("[0-9a-f]{32}", visits.Output(mode)); // the sample does not write one either
    }

    [Theory]
    [InlineData(SignedRedirect)]
    [InlineData(Proxy)]
    public void The_recording_finds_strings_in_tiles_and_on_the_page(string mode)
    {
        var found = Visit(mode, "phone").GetProperty("found");
        Assert.Contains(Texts(found, "in a tile"), where => where.StartsWith("body", StringComparison.Ordinal) && where.Contains(".pbf", StringComparison.Ordinal));
        Assert.Equal(["page"], Texts(found, "on the page"));
    }

    [Fact]
    public void The_recording_finds_the_key_id_of_a_redirect_in_requests_headers_and_bodies()
    {
        var found = Texts(Visit(SignedRedirect, "desktop").GetProperty("found"), "key id");
        foreach (var place in (string[])["request ", "headers from ", "body of "]) // the body contains the URL of the signed image
            Assert.Contains(found, where => where.StartsWith(place, StringComparison.Ordinal));
    }

    [Fact]
    public void A_redirect_has_a_key_id_and_a_signature_and_nothing_else_of_the_credential()
    {
        var requests = Texts(visits.Of(SignedRedirect), "requests");
        var signed = requests.Where(request => request.Contains("key=", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(signed);
        Assert.All(signed, request => Assert.Matches(SignedUrl, request));
        Assert.DoesNotContain(Texts(visits.Of(Proxy), "requests"), request => request.Contains("key=", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_in_proxy_mode_requests_no_other_host()
    {
        var requests = Texts(visits.Of(Proxy), "requests");
        Assert.Single(requests.Select(request => new Uri(request).Authority).Distinct());
        Assert.NotEmpty(visits.Proxied);
        Assert.DoesNotContain(visits.Proxied, request => request.StatusCode >= 400);
    }

    [Fact]
    public void A_failed_search_shows_a_message_and_can_be_retried()
    {
        var trouble = Visit(SignedRedirect, "trouble");
        Assert.Equal("Search failed. Try again in a moment.", Text(trouble.GetProperty("failed"), "status"));
        Assert.Equal("Brno is shown.", Text(trouble.GetProperty("again"), "status"));
        Assert.Equal("No results", Text(trouble.GetProperty("nothing"), "status"));
        Assert.Equal("false", Text(trouble.GetProperty("nothing"), "expanded"));
    }

    [Fact]
    public void A_search_is_canceled_when_the_next_one_starts()
    {
        var later = Visit(SignedRedirect, "trouble").GetProperty("later");
        Assert.Equal("5 found", Text(later, "status"));
        Assert.Equal("true", Text(later, "expanded"));
    }

    [Fact]
    public void A_place_can_be_selected_with_the_mouse() =>
        IsShown(Visit(SignedRedirect, "trouble").GetProperty("clicked"), [-95.556, 33.661], "Paris", "Texas, United States of America");

    [Fact]
    public void The_name_of_a_place_is_not_interpreted_as_HTML()
    {
        var hostile = Visit(SignedRedirect, "trouble").GetProperty("hostile");
        Assert.Equal(["<img src=x onerror=alert(1)>", "<script>alert(2)</script>"], Texts(hostile, "popup"));
        Assert.Equal(0, hostile.GetProperty("elements").GetInt32());
        Assert.DoesNotContain(Texts(visits.Of(SignedRedirect), "requests"), request => request.Contains("example.com", StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_reports_its_health_and_limits_the_requests_of_a_caller()
    {
        _ = Visit(SignedRedirect, "desktop");
        Assert.Equal("Healthy", visits.Health);
        Assert.InRange(visits.Rejected, 1, 699);
    }

    [Fact]
    public async Task The_committed_files_of_MapLibre_equal_those_from_npm()
    {
        await NodeProject.InstallAsync();
        var sample = Path.Combine(Repository.Root, "samples", "BrowserMap");
        Assert.Equal(LockedVersion(NodeProject.Folder), LockedVersion(sample));
        foreach (var file in (string[])["dist/maplibre-gl.mjs", "dist/maplibre-gl-worker.mjs", "dist/maplibre-gl.css", "LICENSE.txt"])
        {
            var original = await File.ReadAllBytesAsync(Path.Combine(NodeProject.Folder, "node_modules", "maplibre-gl", file), TestContext.Current.CancellationToken);
            var committed = await File.ReadAllBytesAsync(Path.Combine(sample, "wwwroot", "lib", "maplibre-gl", Path.GetFileName(file)), TestContext.Current.CancellationToken);
            Assert.True(committed.AsSpan().SequenceEqual(original), $"{file} differs: run 'npm ci && npm run copy-maplibre' in samples/BrowserMap.");
        }
    }

    private JsonElement Visit(string mode, string name) => visits.Of(mode).GetProperty(name);

    private IEnumerable<(string Name, JsonElement Value)> VisitsOf(string mode) =>
        visits.Of(mode).EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Object).Select(property => (property.Name, property.Value));

    private static void IsShown(JsonElement view, double[] place, params string[] popup)
    {
        foreach (var point in (string[])["center", "marker"])
        {
            var there = Numbers(view.GetProperty(point));
            Assert.InRange(there[0], place[0] - 0.05, place[0] + 0.05);
            Assert.InRange(there[1], place[1] - 0.05, place[1] + 0.05);
        }

        Assert.InRange(view.GetProperty("zoom").GetDouble(), 9, 14);
        Assert.Equal(popup, Texts(view, "popup"));
    }

    /// <summary>The number of colors in the middle of a screenshot.</summary>
    private static int ColorsOf(string screenshot)
    {
        using var image = SKBitmap.Decode(BrowserScript.Screenshot(screenshot));
        var (left, top) = (image.Width / 2 - 150, image.Height / 2 - 150);
        return Enumerable.Range(0, 300 * 300).Select(i => image.GetPixel(left + i % 300, top + i / 300)).Distinct().Count();
    }

    private static string LockedVersion(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "package-lock.json")));
        return Text(json.RootElement.GetProperty("packages").GetProperty("node_modules/maplibre-gl"), "version");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string[] Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetDouble())];

    private static SKRect[] Rectangles(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(r => new SKRect(Side(r, "left"), Side(r, "top"), Side(r, "right"), Side(r, "bottom")))];

    private static float Side(JsonElement rectangle, string name) => rectangle.GetProperty(name).GetSingle();

    [GeneratedRegex(@"[?&]key=[0-9a-f]{32}&signature=[-\w]{43}=\z")]
    private static partial Regex SignedUrl { get; }
}
