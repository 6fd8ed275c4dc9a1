using System.Globalization;

namespace MapTiler.Emulator.World;

/// <summary>GeoPoint; one whose west is greater than its east lies across the antimeridian.</summary>
internal readonly record struct BoundingBox(double West, double South, double East, double North)
{
    public bool Contains(double longitude, double latitude) =>
        latitude >= South && latitude <= North
        && (West <= East ? longitude >= West && longitude <= East : longitude >= West || longitude <= East);

    /// <summary>The bounds with a point that can lie outside of it, if it does not cross the antimeridian.</summary>
    public BoundingBox With(double longitude, double latitude) => West > East || Contains(longitude, latitude)
        ? this
        : new(Math.Min(West, longitude), Math.Min(South, latitude), Math.Max(East, longitude), Math.Max(North, latitude));

    /// <summary>The area, in two parts across the antimeridian; empty for a point or a line.</summary>
    public IReadOnlyList<GeoPoint[][]> ToPolygons() =>
        South >= North || West == East ? []
        : West < East ? [Rectangle(West, East)]
        : [Rectangle(West, 180), Rectangle(-180, East)];

    private GeoPoint[][] Rectangle(double west, double east) => [[new(west, South), new(east, South), new(east, North), new(west, North)]];
}

/// <summary>Distances on a sphere.</summary>
internal static class GeoDistance
{
    public const double KilometersPerDegree = 111.195;
    private const double EarthRadius = 6371.0088;

    public static double Kilometers(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        var phi1 = double.DegreesToRadians(latitude1);
        var phi2 = double.DegreesToRadians(latitude2);
        var sinPhi = Math.Sin((phi2 - phi1) / 2);
        var sinLambda = Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2);
        var a = (sinPhi * sinPhi) + (Math.Cos(phi1) * Math.Cos(phi2) * sinLambda * sinLambda);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}

/// <summary>Numbers between commas.</summary>
internal static class CoordinateParser
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>The numbers, also with an exponent as JSON has them, or null if one of the items is none or too large.</summary>
    public static double[]? Parse(string value)
    {
        var items = value.Split(',');
        var numbers = new double[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!items[i].Any(char.IsAsciiDigit) || !double.TryParse(items[i], Style, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
                return null;
        }

        return numbers;
    }

    public static bool AreValid(double longitude, double latitude) => Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90;
}

/// <summary>A position; its longitude may leave -180 to 180 where a shape crosses the antimeridian.</summary>
internal readonly record struct GeoPoint(double Longitude, double Latitude)
{
    // The projection has no poles.
    private const double LastLatitude = 89.99;

    /// <summary>Beyond 85° as well, where the point is outside of the square of <see cref="WebMercator"/>.</summary>
    public MercatorPoint Project() => new(WebMercator.X(Longitude), WebMercator.UnboundedY(Math.Clamp(Latitude, -LastLatitude, LastLatitude)));
}
