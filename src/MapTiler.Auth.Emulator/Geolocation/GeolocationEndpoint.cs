using System.Text.Json;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Geolocation;

/// <summary>The location of the caller, which is always Zurich.</summary>
internal sealed class GeolocationEndpoint(Gazetteer gazetteer) : ApiEndpoint
{
    public const double Longitude = 8.55;
    public const double Latitude = 47.36667;

    private const string ElevationParameter = "elevation";
    private static readonly Response BadRequest = Response.PlainText(400, $"Invalid parameter: {ElevationParameter}");

    public override bool Matches(string rawPath) => rawPath == "/geolocation/ip.json";

    public override Response? Respond(IncomingRequest request)
    {
        var elevation = request.Target.Parameters.LastOrDefault(p => p.Name == ElevationParameter).Value;
        return elevation is null or "true" or "false" ? JsonResponse.Write(json => Write(json, elevation is "true"), isCacheable: false) : BadRequest;
    }

    private void Write(Utf8JsonWriter json, bool elevation)
    {
        json.WriteStartObject();
        json.WriteString("country_code", "CH");
        json.WriteString("country", "Switzerland");
        JsonShapes.WriteBoundingBox(json, "country_bounds", gazetteer.Countries["CH"].Bounds);
        json.WriteStartArray("country_languages");
        foreach (var language in (ReadOnlySpan<string>)["de", "fr", "it"])
            json.WriteStringValue(language);
        json.WriteEndArray();
        json.WriteString("continent", "Europe");
        json.WriteString("continent_code", "EU");
        json.WriteBoolean("eu", false);
        json.WriteString("city", "Zurich");
        json.WriteNumber("latitude", Latitude);
        json.WriteNumber("longitude", Longitude);
        json.WriteString("postal", "8000");
        json.WriteString("region", "Zurich");
        json.WriteString("region_code", "ZH");
        json.WriteString("timezone", "Europe/Zurich");
        if (elevation)
            json.WriteNumber(ElevationParameter, Math.Round(ElevationSurface.At(Longitude, Latitude)));
        json.WriteEndObject();
    }
}
