using System.Globalization;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Elevation;

/// <summary><c>/elevation/{locations}.json</c>, from <see cref="ElevationSurface"/>.</summary>
internal sealed class ElevationEndpoint() : DocumentEndpoint("/elevation/{query?}.json")
{
    private const int MaxLocations = 50;
    private const double MaxLongitude = 180;
    private const double MaxLatitude = 85;
    private const double MetersPerFoot = 0.3048;

    protected override Response Respond(IncomingRequest request, string query)
    {
        var locations = Uri.UnescapeDataString(query).Split(';');
        if (locations.Length > MaxLocations)
            throw new InvalidParameterException(string.Create(CultureInfo.InvariantCulture, $"locations (at most {MaxLocations})"));

        var positions = Array.ConvertAll(locations, Read);
        var metersPerUnit = new ParameterReader(request).OneOf("unit", "meters", "feet") == "feet" ? MetersPerFoot : 1;
        return JsonResponse.Write(json =>
        {
            json.WriteStartArray();
            foreach (var (longitude, latitude) in positions)
            {
                json.WriteStartArray();
                json.WriteNumberValue(longitude);
                json.WriteNumberValue(latitude);
                json.WriteNumberValue((double)(float)(Math.Round(ElevationSurface.At(longitude, latitude), 1) / metersPerUnit));
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }, cost: positions.Length);
    }

    private static (double Longitude, double Latitude) Read(string location)
    {
        if (CoordinateParser.Parse(location) is not [var longitude, var latitude])
            throw new InvalidParameterException("locations");
        return Math.Abs(longitude) < MaxLongitude && Math.Abs(latitude) <= MaxLatitude
            ? (longitude, latitude)
            : throw new InvalidParameterException("locations (out of bounds)");
    }
}
