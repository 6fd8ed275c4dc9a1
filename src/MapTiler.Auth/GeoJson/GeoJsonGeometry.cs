using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>
/// A <see href="https://www.rfc-editor.org/rfc/rfc7946#section-3.1">GeoJSON geometry</see>. Each of its seven types has a derived class, so
/// that a <c>switch</c> can handle all of them.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public abstract class GeoJsonGeometry
{
    private protected GeoJsonGeometry() { }

    /// <summary>The bounding box; <see langword="null"/> if the geometry has none.</summary>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The members that GeoJSON does not define for a geometry, such as <c>crs</c>, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> ForeignMembers { get => field ?? JsonMembers.None; set; }

    /// <summary>The GeoJSON name of the type, such as <c>Point</c>.</summary>
    public abstract string Type { get; }
}

/// <summary>A GeoJSON point with one position.</summary>
/// <param name="coordinates">The position of the point.</param>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonPoint(GeoJsonPosition coordinates) : GeoJsonGeometry
{
    /// <summary>The GeoJSON name of the type, <c>Point</c>.</summary>
    public override string Type => "Point";

    /// <summary>The position of the point.</summary>
    public GeoJsonPosition Coordinates { get; } = coordinates;
}

/// <summary>A GeoJSON geometry of several points.</summary>
/// <param name="coordinates">The positions of the points.</param>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonMultiPoint(IReadOnlyList<GeoJsonPosition> coordinates) : GeoJsonGeometry
{
    /// <summary>The GeoJSON name of the type, <c>MultiPoint</c>.</summary>
    public override string Type => "MultiPoint";

    /// <summary>The positions of the points.</summary>
    public IReadOnlyList<GeoJsonPosition> Coordinates { get; } = coordinates;
}

/// <summary>A GeoJSON line through two or more positions.</summary>
/// <param name="coordinates">The positions of the line, in order.</param>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonLineString(IReadOnlyList<GeoJsonPosition> coordinates) : GeoJsonGeometry
{
    /// <summary>The GeoJSON name of the type, <c>LineString</c>.</summary>
    public override string Type => "LineString";

    /// <summary>The positions of the line, in order.</summary>
    public IReadOnlyList<GeoJsonPosition> Coordinates { get; } = coordinates;
}

/// <summary>A GeoJSON geometry of several lines.</summary>
/// <param name="coordinates">The positions of each line, in order.</param>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonMultiLineString(IReadOnlyList<IReadOnlyList<GeoJsonPosition>> coordinates) : GeoJsonGeometry
{
    /// <summary>The GeoJSON name of the type, <c>MultiLineString</c>.</summary>
    public override string Type => "MultiLineString";

    /// <summary>The positions of each line, in order.</summary>
    public IReadOnlyList<IReadOnlyList<GeoJsonPosition>> Coordinates { get; } = coordinates;
}

/// <summary>A GeoJSON polygon: its outer ring, followed by its holes.</summary>
/// <param name="coordinates">The rings, the outer ring first. Each ring is closed: its last position equals the first.</param>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonPolygon(IReadOnlyList<IReadOnlyList<GeoJsonPosition>> coordinates) : GeoJsonGeometry
{
    /// <summary>The GeoJSON name of the type, <c>Polygon</c>.</summary>
    public override string Type => "Polygon";

    /// <summary>The rings, the outer ring first. Each ring is closed: its last position equals the first.</summary>
    public IReadOnlyList<IReadOnlyList<GeoJsonPosition>> Coordinates { get; } = coordinates;
}

/// <summary>A GeoJSON geometry of several polygons.</summary>
/// <param name="coordinates">The rings of each polygon, its outer ring first. Each ring is closed.</param>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonMultiPolygon(IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoJsonPosition>>> coordinates) : GeoJsonGeometry
{
    /// <summary>The GeoJSON name of the type, <c>MultiPolygon</c>.</summary>
    public override string Type => "MultiPolygon";

    /// <summary>The rings of each polygon, its outer ring first. Each ring is closed.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoJsonPosition>>> Coordinates { get; } = coordinates;
}

/// <summary>A GeoJSON collection of geometries, possibly of different types.</summary>
/// <param name="geometries">The geometries of the collection.</param>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonGeometryCollection(IReadOnlyList<GeoJsonGeometry> geometries) : GeoJsonGeometry
{
    /// <summary>The GeoJSON name of the type, <c>GeometryCollection</c>.</summary>
    public override string Type => "GeometryCollection";

    /// <summary>The geometries of the collection.</summary>
    public IReadOnlyList<GeoJsonGeometry> Geometries { get; } = geometries;
}
