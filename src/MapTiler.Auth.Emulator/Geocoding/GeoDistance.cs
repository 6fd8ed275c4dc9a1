namespace MapTiler.Emulator;

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
