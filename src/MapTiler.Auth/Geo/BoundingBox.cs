using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// A rectangle of longitudes and latitudes in WGS84 degrees: west, south, east, north, in this order.
/// </summary>
/// <remarks>A box whose west is greater than its east crosses the antimeridian.</remarks>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct BoundingBox
{
    /// <summary>Creates a box from its edges.</summary>
    /// <param name="west">Longitude of the western edge.</param>
    /// <param name="south">Latitude of the southern edge, -90 to 90.</param>
    /// <param name="east">Longitude of the eastern edge.</param>
    /// <param name="north">Latitude of the northern edge, -90 to 90, not below <paramref name="south"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, beyond a pole, or north lies below south.</exception>
    public BoundingBox(double west, double south, double east, double north)
    {
        West = Guard.Finite(west, nameof(west));
        South = Guard.Latitude(south, nameof(south));
        East = Guard.Finite(east, nameof(east));
        North = Guard.Latitude(north, nameof(north));
        if (north < south)
            throw new ArgumentOutOfRangeException(nameof(north), "The northern edge lies below the southern one. The order is west, south, east, north.");
    }

    /// <summary>Longitude of the western edge, in degrees.</summary>
    public double West { get; }

    /// <summary>Latitude of the southern edge, in degrees.</summary>
    public double South { get; }

    /// <summary>Longitude of the eastern edge, in degrees.</summary>
    public double East { get; }

    /// <summary>Latitude of the northern edge, in degrees.</summary>
    public double North { get; }

    /// <summary>Whether the box reaches over the 180th meridian: its west is greater than its east.</summary>
    public bool CrossesAntimeridian => West > East;

    /// <summary>The place halfway between the edges in degrees, its longitude between -180 and 180.</summary>
    public LngLat Center => new(Longitudes.Center, South / 2 + North / 2);

    internal LongitudeSpan Longitudes => new(West, East);

    /// <summary>The smallest box around places. It crosses the antimeridian where that makes it smaller.</summary>
    /// <param name="places">One place or more; longitudes are wrapped.</param>
    /// <exception cref="ArgumentException">There is no place.</exception>
    public static BoundingBox FromPlaces(IEnumerable<LngLat> places)
    {
        Guard.NotNull(places, nameof(places));
        var all = places.ToArray();
        if (all.Length == 0)
            throw new ArgumentException("A box needs a place.", nameof(places));

        var longitudes = LongitudeSpan.Around(Array.ConvertAll(all, place => place.Longitude));
        return new BoundingBox(longitudes.West, all.Min(place => place.Latitude), longitudes.East, all.Max(place => place.Latitude));
    }

    /// <summary>Whether a place lies in the box or on its edge. Longitudes of other turns around the Earth are the same place.</summary>
    public bool Contains(LngLat place) => place.Latitude >= South && place.Latitude <= North && Longitudes.Contains(place.Longitude);

    /// <summary>Whether the boxes have a place in common, if only on their edges.</summary>
    public bool Intersects(BoundingBox other) => South <= other.North && other.South <= North && Longitudes.Intersects(other.Longitudes);

    /// <summary>The smallest box around both, its longitudes between -180 and 180. It crosses the antimeridian where that makes it smaller.</summary>
    public BoundingBox Union(BoundingBox other)
    {
        var longitudes = Longitudes.Union(other.Longitudes);
        return new BoundingBox(longitudes.West, Math.Min(South, other.South), longitudes.East, Math.Max(North, other.North));
    }

    /// <summary>The edges as <c>west,south,east,north</c> in every culture.</summary>
    public override string ToString() =>
        string.Join(",", FixedPoint.ToText(West), FixedPoint.ToText(South), FixedPoint.ToText(East), FixedPoint.ToText(North));
}
