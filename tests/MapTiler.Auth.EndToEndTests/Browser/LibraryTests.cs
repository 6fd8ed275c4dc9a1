using System.Text.Json;
using System.Text.Json.Nodes;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>Leaflet, OpenLayers and @maptiler/sdk show the maps of the endpoints, as the README of MapTiler.Auth.AspNetCore says.</summary>
[Collection(BrowserScript.Collection)]
public sealed class LibraryTests
{
    [Theory]
    [InlineData("SignedRedirect")]
    [InlineData("Proxy")]
    public async Task Each_library_draws_without_a_credential_and_asks_nobody_else(string mode)
    {
        OtherProgram.PathOf("chromium");
        await BrowserScript.InstallAsync(BrowserScript.Libraries);
        await using var app = await BrowserMapApp.StartAsync(("MapTiler:BrowserMaps:Mode", mode));
        var map = $"{app.Address}maptiler/maps/streets-v4/";

        using var answer = await BrowserScript.RunAsync("../libraries/libraries.mjs", new JsonObject
        {
            ["style"] = map + "style.json",
            ["tiles"] = map + "{z}/{x}/{y}.png",
            ["smallTiles"] = map + "256/{z}/{x}/{y}.png",
            ["attribution"] = "© MapTiler",
            ["screenshots"] = BrowserScript.Screenshot(mode),
        });

        var libraries = answer.RootElement.EnumerateObject().ToList();
        Assert.Equal(["leaflet", "openlayers", "openlayersVector", "maptiler"], libraries.Select(library => library.Name));
        Assert.All(libraries, library =>
        {
            var complaints = Texts(library.Value, "complaints").Where(complaint => !complaint.Contains("MapTiler Cloud API key is not set", StringComparison.Ordinal)); // which is the point
            Assert.Empty(complaints);
            var requests = Texts(library.Value, "requests").Where(request => !request.StartsWith("https://cdn.jsdelivr.net/", StringComparison.Ordinal)).ToList();
            Assert.Contains(requests, request => request.StartsWith(map, StringComparison.Ordinal));
            Assert.All(requests, request => Assert.True(
                request.StartsWith(app.Address.AbsoluteUri, StringComparison.Ordinal) || (mode == "SignedRedirect" && request.Contains("&signature=", StringComparison.Ordinal)), request));
            Assert.True(new FileInfo(BrowserScript.Screenshot($"{mode}-{library.Name}.png")).Length > 50_000, $"{library.Name} shows nothing");
        });
    }

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);
}
