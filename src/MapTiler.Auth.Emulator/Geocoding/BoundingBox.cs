namespace MapTiler.Emulator;

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
