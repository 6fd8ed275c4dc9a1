using System.Text.Json;

namespace MapTiler.EndToEndTests.ForeignClients;

/// <summary>OpenLayers, @maptiler/sdk, @maptiler/geocoding-control and uploads from a page, in Chromium against the emulator.</summary>
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
    public void Pages_have_no_errors_and_warnings(string name)
    {
        Assert.Null(pages[name].Failure);
        Assert.Empty(pages[name].Problems);
    }

    [Theory]
    [InlineData("ogcMap", 300)]
    [InlineData("ogcVector", 20)]
    [InlineData("style", 300)]
    [InlineData("sdk", 300)]
    public void Maps_are_drawn_in_many_colors(string name, int colors) => Assert.True(pages[name].Colors >= colors, $"{name} has {pages[name].Colors} colors");

    [Fact]
    public void OpenLayers_requests_map_tiles_and_vector_tiles_of_OGC_API_Tiles()
    {
        Assert.Contains(pages["ogcMap"].Responses, response => response.Contains("/maps/streets-v4/4/", StringComparison.Ordinal));
        Assert.Contains(pages["ogcVector"].Responses, response => response.Contains("/tiles/v4/4/", StringComparison.Ordinal));
        Assert.True(pages["ogcVector"].Result.GetProperty("water").GetInt32() > 0);
    }

    [Fact]
    public void Telemetry_of_the_MapTiler_SDK_gets_status_200()
    {
        Assert.Equal(200, pages["sdk"].Result.GetProperty("telemetry").GetInt32());
        Assert.Contains(pages.Requests, request => request is { Method: "POST", Path: "/metrics", StatusCode: 200 });
    }

    [Fact]
    public void The_geocoding_control_suggests_places_shows_one_and_finds_what_is_at_a_location()
    {
        var result = pages["geocoding"].Result;
        Assert.Contains("Liechtenstein", Strings(result, "suggested"));
        Assert.Equal("Liechtenstein", result.GetProperty("picked").GetProperty("name").GetString());
        Assert.EndsWith("Polygon", result.GetProperty("picked").GetProperty("geometry").GetString());
        Assert.Contains(Strings(result, "there"), name => name!.EndsWith("Austria", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_can_upload_a_file_in_parts()
    {
        var upload = pages["upload"].Result;
        Assert.Equal(("completed", 3), (upload.GetProperty("state").GetString(), upload.GetProperty("parts").GetInt32()));
        Assert.True(upload.GetProperty("progress").GetInt32() >= 3);
        Assert.Equal(Pages.File, pages.Uploads["exact.geojson"]);
        Assert.Contains(pages.Requests, request => request is { Method: "OPTIONS", StatusCode: 200 } && request.Path.StartsWith("/uploads/", StringComparison.Ordinal));
    }

    [Fact]
    public void An_upload_with_a_byte_too_many_in_each_part_is_accepted_and_fails_in_processing()
    {
        var upload = pages["longUpload"].Result;
        Assert.Equal("failed", upload.GetProperty("state").GetString());
        Assert.Contains($"{Pages.File.Length + 2} bytes", upload.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    private static IEnumerable<string?> Strings(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(item => item.GetString());
}
