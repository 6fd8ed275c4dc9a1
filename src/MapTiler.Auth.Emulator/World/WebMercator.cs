namespace MapTiler.Emulator.World;

/// <summary>The square that tiles divide: 0..1 from 180° west to 180° east and from north to south.</summary>
internal static class WebMercator
{
    public const double MaxLatitude = 85.05112877980659;

    /// <summary>Half of the side of the square in the meters of EPSG:3857.</summary>
    public const double HalfInMeters = 20037508.342789244;

    public static double X(double longitude) => (longitude + 180) / 360;

    public static double Y(double latitude) => UnboundedY(Math.Clamp(latitude, -MaxLatitude, MaxLatitude));

    public static double UnboundedY(double latitude)
    {
        var sine = Math.Sin(double.DegreesToRadians(latitude));
        return 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI));
    }

    public static double Longitude(double x) => (x * 360) - 180;

    public static double Latitude(double y) => double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - (2 * y)))));
}

/// <summary>A point of the square of <see cref="WebMercator"/>, or beside it where a shape crosses the antimeridian.</summary>
internal readonly record struct MercatorPoint(double X, double Y)
{
    public static MercatorPoint From(double longitude, double latitude) => new(WebMercator.X(longitude), WebMercator.Y(latitude));
}
