namespace MapTiler.Emulator;

/// <summary>Degrees; one whose west is greater than its east lies across the antimeridian.</summary>
internal readonly record struct GeoBox(double West, double South, double East, double North)
{
    public bool Contains(double longitude, double latitude) =>
        latitude >= South && latitude <= North
        && (West <= East ? longitude >= West && longitude <= East : longitude >= West || longitude <= East);
}
