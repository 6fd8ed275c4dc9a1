using System.Text.Json.Nodes;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Geolocation;

/// <summary>The location of the caller, which is always Zurich.</summary>
internal sealed class GeolocationEndpoint(Gazetteer gazetteer) : ApiEndpoint("/geolocation/ip.json")
{
    public const double Longitude = 8.55;
    public const double Latitude = 47.36667;

    private const string ElevationParameter = "elevation";
    private static readonly Response BadRequest = Response.PlainText(400, $"Invalid parameter: {ElevationParameter}");

    public override Response? Respond(IncomingRequest request)
    {
        var elevation = request.Target.Parameters.LastOrDefault(p => p.Name == ElevationParameter).Value;
        return elevation is null or "true" or "false" ? JsonResponse.Of(Describe(elevation is "true"), isCacheable: false) : BadRequest;
    }

    private JsonObject Describe(bool hasElevation)
    {
        var location = new JsonObject
        {
            ["country_code"] = "CH",
            ["country"] = "Switzerland",
            ["country_bounds"] = JsonShapes.ToArray(gazetteer.Countries["CH"].Bounds),
            ["country_languages"] = new JsonArray("de", "fr", "it"),
            ["continent"] = "Europe",
            ["continent_code"] = "EU",
            ["eu"] = false,
            ["city"] = "Zurich",
            ["latitude"] = Latitude,
            ["longitude"] = Longitude,
            ["postal"] = "8000",
            ["region"] = "Zurich",
            ["region_code"] = "ZH",
            ["timezone"] = "Europe/Zurich",
        };
        if (hasElevation)
            location[ElevationParameter] = Math.Round(ElevationSurface.At(Longitude, Latitude));
        return location;
    }
}
