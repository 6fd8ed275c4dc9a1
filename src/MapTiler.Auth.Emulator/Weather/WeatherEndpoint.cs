using System.Globalization;
using System.Text.Json.Nodes;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Weather;

/// <summary><c>/weather/latest.json</c>: every variable, every three hours from the last full six on.</summary>
internal sealed class WeatherEndpoint(TimeProvider time) : ApiEndpoint("/weather/latest.json")
{
    private const int HoursBetweenReleases = 6;
    private const int HoursBetweenFrames = 3;
    private const int Frames = 33;

    public override Response? Respond(IncomingRequest request)
    {
        var now = time.GetUtcNow();
        var release = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour / HoursBetweenReleases * HoursBetweenReleases, 0, 0, TimeSpan.Zero);
        return JsonResponse.Of(new JsonObject { ["variables"] = new JsonArray([.. WeatherVariable.All.Select(v => Describe(v, release))]) });
    }

    private static JsonObject Describe(WeatherVariable variable, DateTimeOffset release) => new()
    {
        ["spatial_ref_sys"] = new JsonObject { ["auth_name"] = "EPSG", ["auth_srid"] = "3857" },
        ["bounds"] = Bounds(),
        ["tile_format"] = "png",
        ["tile_matrix_set"] = new JsonObject
        {
            ["bounds"] = Bounds(),
            ["items"] = new JsonArray([.. Enumerable.Range(0, WeatherFrame.MaxZoom + 1).Select(zoom => new JsonObject
            {
                ["zoom_level"] = zoom,
                ["matrix_width"] = 1 << zoom,
                ["matrix_height"] = 1 << zoom,
                ["tile_width"] = WeatherFrame.TileSize,
                ["tile_height"] = WeatherFrame.TileSize,
                ["pixel_x_size"] = 2 * WebMercator.HalfInMeters / WeatherFrame.TileSize / (1 << zoom),
                ["pixel_y_size"] = 2 * WebMercator.HalfInMeters / WeatherFrame.TileSize / (1 << zoom),
            })]),
        },
        ["metadata"] = new JsonObject
        {
            ["weather_variable"] = new JsonObject
            {
                ["name"] = variable.Name,
                ["description"] = variable.Description,
                ["attribution"] = "MapTiler.Auth.Emulator",
                ["variable_id"] = variable.Id,
                ["unit"] = variable.Unit,
                ["release_timestamp"] = Iso(release),
                ["timestamp"] = Iso(release),
                ["decoding"] = new JsonObject { ["channels"] = variable.Channels, ["min"] = variable.Min, ["max"] = variable.Max },
            },
        },
        ["keyframes"] = new JsonArray([.. Enumerable.Range(0, Frames).Select(i => release.AddHours(i * HoursBetweenFrames)).Select(time =>
            new JsonObject { ["id"] = WeatherFrame.Id(variable, time), ["timestamp"] = Iso(time) })]),
    };

    private static JsonArray Bounds() =>
        [-WebMercator.HalfInMeters, -WebMercator.HalfInMeters, WebMercator.HalfInMeters, WebMercator.HalfInMeters];

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
