using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// A rectangle of longitudes and latitudes in WGS84 degrees: west, south, east, north, in this order.
/// </summary>
/// <remarks>A bounding box whose west is greater than its east crosses the antimeridian.</remarks>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct BoundingBox
{
    /// <summary>Creates a bounding box from its edges.</summary>
    /// <param name="west">The longitude of the western edge in degrees.</param>
    /// <param name="south">The latitude of the southern edge in degrees, -90 to 90.</param>
    /// <param name="east">The longitude of the eastern edge in degrees.</param>
    /// <param name="north">The latitude of the northern edge in degrees, -90 to 90, not less than <paramref name="south"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, a latitude is not between -90 and 90, or north is less than south.</exception>
    public BoundingBox(double west, double south, double east, double north)
    {
        West = Guard.Finite(west, nameof(west));
        South = Guard.Latitude(south, nameof(south));
        East = Guard.Finite(east, nameof(east));
        North = Guard.Latitude(north, nameof(north));
        if (north < south)
            throw new ArgumentOutOfRangeException(nameof(north), "The northern edge is south of the southern edge. The order of the arguments is west, south, east, north.");
    }

    /// <summary>The longitude of the western edge in degrees.</summary>
    public double West { get; }

    /// <summary>The latitude of the southern edge in degrees, -90 to 90.</summary>
    public double South { get; }

    /// <summary>The longitude of the eastern edge in degrees.</summary>
    public double East { get; }

    /// <summary>The latitude of the northern edge in degrees, -90 to 90.</summary>
    public double North { get; }

    /// <summary>Indicates whether the bounding box crosses the 180th meridian: its west is greater than its east.</summary>
    public bool CrossesAntimeridian => West > East;

    /// <summary>The location halfway between the edges in degrees, with a longitude between -180 and 180.</summary>
    public LngLat Center => new(Longitudes.Center, South / 2 + North / 2);

    internal LongitudeSpan Longitudes => new(West, East);

    /// <summary>Creates the smallest bounding box around locations. It crosses the antimeridian if that makes it smaller.</summary>
    /// <param name="locations">One or more locations. Their longitudes are wrapped to -180 to 180 degrees.</param>
    /// <exception cref="ArgumentNullException"><paramref name="locations"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="locations"/> is empty.</exception>
    public static BoundingBox FromLocations(IEnumerable<LngLat> locations)
    {
        Guard.NotNull(locations, nameof(locations));
        var all = locations.ToArray();
        if (all.Length == 0)
            throw new ArgumentException("A bounding box requires at least one location.", nameof(locations));

        var longitudes = LongitudeSpan.Around(Array.ConvertAll(all, location => location.Longitude));
        return new BoundingBox(longitudes.West, all.Min(location => location.Latitude), longitudes.East, all.Max(location => location.Latitude));
    }

    /// <summary>Indicates whether a location is in the bounding box or on its edge. Longitudes that differ by 360 degrees are the same location.</summary>
    /// <param name="location">The location.</param>
    public bool Contains(LngLat location) => location.Latitude >= South && location.Latitude <= North && Longitudes.Contains(location.Longitude);

    /// <summary>Indicates whether the bounding boxes have a location in common, including their edges.</summary>
    /// <param name="other">The other bounding box.</param>
    public bool Intersects(BoundingBox other) => South <= other.North && other.South <= North && Longitudes.Intersects(other.Longitudes);

    /// <summary>
    /// Returns the smallest bounding box around both, with longitudes between -180 and 180. It crosses the antimeridian if that makes it smaller.
    /// </summary>
    /// <param name="other">The other bounding box.</param>
    public BoundingBox Union(BoundingBox other)
    {
        var longitudes = Longitudes.Union(other.Longitudes);
        return new BoundingBox(longitudes.West, Math.Min(South, other.South), longitudes.East, Math.Max(North, other.North));
    }

    /// <summary>Returns the edges as <c>west,south,east,north</c>, independent of the culture.</summary>
    public override string ToString() =>
        string.Join(",", FixedPoint.ToText(West), FixedPoint.ToText(South), FixedPoint.ToText(East), FixedPoint.ToText(North));
}
