using System.Text.Json;
using MapTiler.EndToEndTests.Browser;

namespace MapTiler.EndToEndTests.ForeignClients;

/// <summary>OpenLayers, @maptiler/sdk, @maptiler/geocoding-control and uploads from a page, in Chromium against the emulator.</summary>
[Collection(BrowserScript.Collection)]
public sealed class PageTests(Pages pages) : IClassFixture<Pages>
{
    [Theory]
    [InlineData("ogcMap")]
    [InlineData("ogcVector")]
    [InlineData("style")]
    [InlineData("sdk")]
    [InlineData("geocoding")]
    [InlineData("upload")]
    [InlineData("longUpload")]
    public void A_page_has_no_error(string name)
    {
        Assert.Null(pages[name].Failure);
        Assert.Empty(pages[name].Complaints);
    }

    [Theory]
    [InlineData("ogcMap", 300)]
    [InlineData("ogcVector", 20)]
    [InlineData("style", 300)]
    [InlineData("sdk", 300)]
    public void A_map_is_drawn(string name, int colors) => Assert.True(pages[name].Colors >= colors, $"{name} has {pages[name].Colors} colors");

    [Fact]
    public void OpenLayers_finds_map_tiles_and_vector_tiles_by_OGC_API_Tiles()
    {
        Assert.Contains(pages["ogcMap"].Responses, response => response.Contains("/maps/streets-v4/4/", StringComparison.Ordinal));
        Assert.Contains(pages["ogcVector"].Responses, response => response.Contains("/tiles/v4/4/", StringComparison.Ordinal));
        Assert.True(pages["ogcVector"].Result.GetProperty("water").GetInt32() > 0);
    }

    [Fact]
    public void The_telemetry_of_the_SDK_is_accepted()
    {
        Assert.Equal(200, pages["sdk"].Result.GetProperty("telemetry").GetInt32());
        Assert.Contains(pages.Requests, request => request is { Method: "POST", Path: "/metrics", StatusCode: 200 });
    }

    [Fact]
    public void The_search_control_suggests_places_shows_one_and_finds_what_is_at_a_location()
    {
        var seen = pages["geocoding"].Result;
        Assert.Contains("Liechtenstein", Texts(seen, "suggested"));
        Assert.Equal("Liechtenstein", seen.GetProperty("picked").GetProperty("name").GetString());
        Assert.EndsWith("Polygon", seen.GetProperty("picked").GetProperty("geometry").GetString());
        Assert.Contains(Texts(seen, "there"), name => name!.EndsWith("Austria", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_uploads_a_file_in_parts()
    {
        var upload = pages["upload"].Result;
        Assert.Equal(("completed", 3), (upload.GetProperty("state").GetString(), upload.GetProperty("parts").GetInt32()));
        Assert.True(upload.GetProperty("progress").GetInt32() >= 3);
        Assert.Equal(Pages.File, pages.Uploads["exact.geojson"]);
        Assert.Contains(pages.Requests, request => request is { Method: "OPTIONS", StatusCode: 200 } && request.Path.StartsWith("/uploads/", StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_with_a_byte_too_many_are_accepted_and_processing_fails()
    {
        var upload = pages["longUpload"].Result;
        Assert.Equal("failed", upload.GetProperty("state").GetString());
        Assert.Contains($"{Pages.File.Length + 2} bytes", upload.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    private static IEnumerable<string?> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(text => text.GetString());
}
