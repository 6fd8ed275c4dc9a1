using System.Globalization;
using System.Text.Json;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Weather;

/// <summary><c>/weather/latest.json</c>: every variable, every three hours from the last full six on.</summary>
internal sealed class WeatherEndpoint(TimeProvider time) : ApiEndpoint
{
    private const int HoursBetweenReleases = 6;
    private const int HoursBetweenFrames = 3;
    private const int Frames = 33;

    public override bool Matches(string rawPath) => rawPath == "/weather/latest.json";

    public override Response? Respond(IncomingRequest request)
    {
        var now = time.GetUtcNow();
        var release = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour / HoursBetweenReleases * HoursBetweenReleases, 0, 0, TimeSpan.Zero);
        return JsonResponse.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("variables");
            foreach (var variable in WeatherVariable.All)
                Write(json, variable, release);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, WeatherVariable variable, DateTimeOffset release)
    {
        json.WriteStartObject();
        json.WriteStartObject("spatial_ref_sys");
        json.WriteString("auth_name", "EPSG");
        json.WriteString("auth_srid", "3857");
        json.WriteEndObject();
        WriteBounds(json);
        json.WriteString("tile_format", "png");
        WriteMatrixSet(json);
        WriteMetadata(json, variable, release);
        json.WriteStartArray("keyframes");
        for (var i = 0; i < Frames; i++)
        {
            var at = release.AddHours(i * HoursBetweenFrames);
            json.WriteStartObject();
            json.WriteString("id", WeatherFrame.Id(variable, at));
            json.WriteString("timestamp", Iso(at));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMatrixSet(Utf8JsonWriter json)
    {
        json.WriteStartObject("tile_matrix_set");
        WriteBounds(json);
        json.WriteStartArray("items");
        for (var zoom = 0; zoom <= WeatherFrame.MaxZoom; zoom++)
        {
            json.WriteStartObject();
            json.WriteNumber("zoom_level", zoom);
            json.WriteNumber("matrix_width", 1 << zoom);
            json.WriteNumber("matrix_height", 1 << zoom);
            json.WriteNumber("tile_width", WeatherFrame.TileSize);
            json.WriteNumber("tile_height", WeatherFrame.TileSize);
            json.WriteNumber("pixel_x_size", 2 * WebMercator.HalfInMeters / WeatherFrame.TileSize / (1 << zoom));
            json.WriteNumber("pixel_y_size", 2 * WebMercator.HalfInMeters / WeatherFrame.TileSize / (1 << zoom));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, WeatherVariable variable, DateTimeOffset release)
    {
        json.WriteStartObject("metadata");
        json.WriteStartObject("weather_variable");
        json.WriteString("name", variable.Name);
        json.WriteString("description", variable.Description);
        json.WriteString("attribution", "MapTiler.Auth.Emulator");
        json.WriteString("variable_id", variable.Id);
        json.WriteString("unit", variable.Unit);
        json.WriteString("release_timestamp", Iso(release));
        json.WriteString("timestamp", Iso(release));
        json.WriteStartObject("decoding");
        json.WriteString("channels", variable.Channels);
        json.WriteNumber("min", variable.Min);
        json.WriteNumber("max", variable.Max);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBounds(Utf8JsonWriter json)
    {
        json.WriteStartArray("bounds");
        foreach (var side in (ReadOnlySpan<double>)[-WebMercator.HalfInMeters, -WebMercator.HalfInMeters, WebMercator.HalfInMeters, WebMercator.HalfInMeters])
            json.WriteNumberValue(side);
        json.WriteEndArray();
    }

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
