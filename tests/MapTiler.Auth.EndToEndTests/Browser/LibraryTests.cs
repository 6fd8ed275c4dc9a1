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
        await using var app = await BrowserMapApp.StartAsync(("MapTiler:BrowserMaps:Mode", mode));
        var map = $"{app.Address}maptiler/maps/streets-v4/";
        const string Attribution = "© MapTiler";

        var libraries = await LibraryPage.ShowAsync(mode, new JsonObject
        {
            ["origin"] = app.Address.GetLeftPart(UriPartial.Authority),
            ["pages"] = new JsonObject
            {
                ["leaflet"] = new JsonObject { ["module"] = "leaflet", ["tiles"] = map + "256/{z}/{x}/{y}.png", ["attribution"] = Attribution },
                ["openlayers"] = new JsonObject { ["module"] = "openlayers", ["tiles"] = map + "{z}/{x}/{y}.png", ["attribution"] = Attribution },
                ["openlayersVector"] = new JsonObject { ["module"] = "openlayers-style", ["style"] = map + "style.json", ["elsewhere"] = LibraryPage.WithoutFonts() },
                ["maptiler"] = new JsonObject { ["module"] = "maptiler-sdk", ["style"] = map + "style.json" },
            },
        });

        Assert.Equal(4, libraries.Count);
        Assert.All(libraries.Values, library =>
        {
            Assert.Null(library.Failure);
            Assert.DoesNotContain(library.Complaints, complaint => !complaint.Contains("MapTiler Cloud API key is not set", StringComparison.Ordinal)); // which is the point
            var requests = library.Requests.Where(request => !request.StartsWith("https://cdn.jsdelivr.net/", StringComparison.Ordinal)).ToList();
            Assert.Contains(requests, request => request.StartsWith(map, StringComparison.Ordinal));
            Assert.All(requests, request => Assert.True(
                request.StartsWith(app.Address.AbsoluteUri, StringComparison.Ordinal) || (mode == "SignedRedirect" && request.Contains("&signature=", StringComparison.Ordinal)), request));
            Assert.True(library.Colors > 500, $"{library.Name} shows nothing");
        });
    }
}
