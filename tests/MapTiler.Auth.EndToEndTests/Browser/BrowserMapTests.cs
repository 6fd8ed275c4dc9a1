using System.Text.Json;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>samples/BrowserMap in a headless Chromium: one can find a place by keyboard, on a phone and without scripts, and find no credential.</summary>
[Collection(BrowserScript.Collection)]
public sealed partial class BrowserMapTests(BrowserMapVisits visits) : IClassFixture<BrowserMapVisits>
{
    private const string Signed = "SignedRedirect";
    private const string Proxy = "Proxy";

    private static readonly double[] Brno = [16.608, 49.195];

    [Theory]
    [InlineData(Signed)]
    [InlineData(Proxy)]
    public void The_map_is_drawn(string mode)
    {
        var start = Visit(mode, "desktop").GetProperty("start");
        foreach (var layer in (string[])["Water", "Country border", "City labels", "Country labels"])
            Assert.True(start.GetProperty("layers").GetProperty(layer).GetInt32() > 0, $"{layer} is not seen");
        Assert.Equal([15, 49], Numbers(start.GetProperty("center")));
        Assert.True(ColoursOf($"{mode}-desktop.png") > 100);
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Proxy)]
    public void Nothing_is_complained_about(string mode) =>
        Assert.All(VisitsOf(mode).Where(visit => visit.Name is not ("trouble" or "noWebGL")), visit => Assert.Empty(Texts(visit.Value, "complaints")));

    [Theory]
    [InlineData(Signed)]
    [InlineData(Proxy)]
    public void A_place_is_found_by_keyboard(string mode)
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
    [InlineData(Signed)]
    [InlineData(Proxy)]
    public void A_place_is_found_on_a_phone(string mode)
    {
        var phone = Visit(mode, "phone");
        IsShown(phone.GetProperty("there"), [-117.165, 32.711], "San Diego", "California, United States of America");
        Assert.False(phone.GetProperty("chosen").GetProperty("focused").GetBoolean()); // else the keyboard would cover the map
        Assert.Contains("Natural Earth", Text(phone, "attribution"));
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Proxy)]
    public void On_a_phone_everything_has_its_place_and_can_be_touched(string mode)
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
        Assert.Equal(1 + 5 + 2 + 1, targets.Length); // the box, its results, two buttons, and that of the popup
        Assert.All(targets, target => Assert.True(target is { Width: >= 44, Height: >= 44 }, $"{target} is too small"));
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Proxy)]
    public void Without_scripts_there_is_a_picture(string mode)
    {
        var page = Visit(mode, "noScript");
        Assert.Equal([1280, 1280], Numbers(page.GetProperty("size")));
        Assert.NotEqual("", Text(page, "alt"));
        Assert.Contains("MapTiler", Text(page, "attribution"));
        Assert.False(page.GetProperty("hasSearch").GetBoolean());
        Assert.True(ColoursOf($"{mode}-no-script.png") > 100);
    }

    [Fact]
    public void Without_WebGL_there_is_the_same_picture()
    {
        var page = Visit(Signed, "noWebGL");
        Assert.Contains("MapTiler", Text(page, "attribution"));
        Assert.False(page.GetProperty("hasSearch").GetBoolean());
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Proxy)]
    public void No_credential_is_anywhere(string mode)
    {
        var hidden = mode == Proxy ? (string[])["API key", "secret", "key id", "signature"] : ["API key", "secret"];
        foreach (var (name, visit) in VisitsOf(mode))
        {
            Assert.All(hidden, credential => Assert.Empty(Texts(visit.GetProperty("found"), credential)));
            Assert.Empty(Texts(visit, "unread"));
            var texts = visit.GetProperty("texts");
            Assert.True(texts.GetProperty("body").GetInt32() >= (name is "noScript" or "noWebGL" ? 5 : 25), $"{name} has too few answers: {texts}");
            if (name != "noScript")
                Assert.Equal("""{"localStorage":{},"sessionStorage":{},"cookie":"","databases":[],"caches":[]}""", visit.GetProperty("kept").GetRawText());
        }

        Assert.DoesNotMatch("[0-9a-f]{32}", visits.Output(mode)); // nor does the sample write one
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Proxy)]
    public void What_looks_for_credentials_finds_what_is_there(string mode)
    {
        var found = Visit(mode, "phone").GetProperty("found");
        Assert.Contains(Texts(found, "in a tile"), where => where.StartsWith("body", StringComparison.Ordinal) && where.Contains(".pbf", StringComparison.Ordinal));
        Assert.Equal(["page"], Texts(found, "on the page"));
    }

    [Fact]
    public void What_looks_for_credentials_finds_those_of_a_redirect()
    {
        var found = Texts(Visit(Signed, "desktop").GetProperty("found"), "key id");
        foreach (var place in (string[])["request ", "headers from ", "body of "]) // the last one has the signed picture
            Assert.Contains(found, where => where.StartsWith(place, StringComparison.Ordinal));
    }

    [Fact]
    public void A_redirect_shows_a_key_id_with_its_signature_alone()
    {
        var requests = Texts(visits.Of(Signed), "requests");
        var signed = requests.Where(request => request.Contains("key=", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(signed);
        Assert.All(signed, request => Assert.Matches(SignedAddress, request));
        Assert.DoesNotContain(Texts(visits.Of(Proxy), "requests"), request => request.Contains("key=", StringComparison.Ordinal));
    }

    [Fact]
    public void With_the_proxy_the_browser_asks_nobody_else()
    {
        var requests = Texts(visits.Of(Proxy), "requests");
        Assert.Single(requests.Select(request => new Uri(request).Authority).Distinct());
        Assert.NotEmpty(visits.Proxied);
        Assert.DoesNotContain(visits.Proxied, request => request.StatusCode >= 400);
    }

    [Fact]
    public void A_search_that_fails_says_so_and_can_be_repeated()
    {
        var trouble = Visit(Signed, "trouble");
        Assert.Equal("Search failed. Try again in a moment.", Text(trouble.GetProperty("failed"), "status"));
        Assert.Equal("Brno is shown.", Text(trouble.GetProperty("again"), "status"));
        Assert.Equal("No results", Text(trouble.GetProperty("nothing"), "status"));
        Assert.Equal("false", Text(trouble.GetProperty("nothing"), "expanded"));
    }

    [Fact]
    public void A_search_that_is_overtaken_is_given_up()
    {
        var later = Visit(Signed, "trouble").GetProperty("later");
        Assert.Equal("5 found", Text(later, "status"));
        Assert.Equal("true", Text(later, "expanded"));
    }

    [Fact]
    public void A_place_is_chosen_by_mouse() =>
        IsShown(Visit(Signed, "trouble").GetProperty("clicked"), [-95.556, 33.661], "Paris", "Texas, United States of America");

    [Fact]
    public void The_name_of_a_place_is_never_HTML()
    {
        var hostile = Visit(Signed, "trouble").GetProperty("hostile");
        Assert.Equal(["<img src=x onerror=alert(1)>", "<script>alert(2)</script>"], Texts(hostile, "popup"));
        Assert.Equal(0, hostile.GetProperty("elements").GetInt32());
        Assert.DoesNotContain(Texts(visits.Of(Signed), "requests"), request => request.Contains("example.com", StringComparison.Ordinal));
    }

    [Fact]
    public void Health_is_told_and_a_caller_gets_only_so_much()
    {
        _ = Visit(Signed, "desktop");
        Assert.Equal("Healthy", visits.Health);
        Assert.InRange(visits.Refused, 1, 699);
    }

    [Fact]
    public async Task The_committed_MapLibre_is_that_of_npm()
    {
        await NodeProject.InstallAsync();
        var sample = Path.Combine(Repository.Root, "samples", "BrowserMap");
        Assert.Equal(LockedVersion(NodeProject.Folder), LockedVersion(sample));
        foreach (var file in (string[])["dist/maplibre-gl.mjs", "dist/maplibre-gl-worker.mjs", "dist/maplibre-gl.css", "LICENSE.txt"])
        {
            var original = await File.ReadAllBytesAsync(Path.Combine(NodeProject.Folder, "node_modules", "maplibre-gl", file), TestContext.Current.CancellationToken);
            var committed = await File.ReadAllBytesAsync(Path.Combine(sample, "wwwroot", "lib", "maplibre-gl", Path.GetFileName(file)), TestContext.Current.CancellationToken);
            Assert.True(committed.AsSpan().SequenceEqual(original), $"{file} is another: run 'npm ci && npm run copy-maplibre' in samples/BrowserMap.");
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

    /// <summary>How many colours are in the middle of a picture.</summary>
    private static int ColoursOf(string screenshot)
    {
        using var picture = SKBitmap.Decode(BrowserScript.Screenshot(screenshot));
        var (left, top) = (picture.Width / 2 - 150, picture.Height / 2 - 150);
        return Enumerable.Range(0, 300 * 300).Select(i => picture.GetPixel(left + i % 300, top + i / 300)).Distinct().Count();
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
    private static partial Regex SignedAddress { get; }
}
