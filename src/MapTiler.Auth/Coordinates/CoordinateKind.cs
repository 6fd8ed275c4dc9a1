using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>The kind of an object of the EPSG dataset. The set is open: strings convert implicitly, and <c>switch (kind.Value)</c> distinguishes values.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct CoordinateKind
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses, such as <c>CRS-PROJCRS</c>.</param>
    public CoordinateKind(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Objects of all kinds.</summary>
    public static CoordinateKind Any { get; } = new("*");

    /// <summary>Coordinate reference systems of all kinds, the default of a search.</summary>
    public static CoordinateKind Crs { get; } = new("CRS");

    /// <summary>Projected coordinate reference systems.</summary>
    public static CoordinateKind ProjectedCrs { get; } = new("CRS-PROJCRS");

    /// <summary>Geographic coordinate reference systems with two axes.</summary>
    public static CoordinateKind GeographicCrs { get; } = new("CRS-GEOGCRS");

    /// <summary>Geographic coordinate reference systems with three axes.</summary>
    public static CoordinateKind Geographic3DCrs { get; } = new("CRS-GEOG3DCRS");

    /// <summary>Geocentric coordinate reference systems.</summary>
    public static CoordinateKind GeocentricCrs { get; } = new("CRS-GCENCRS");

    /// <summary>Vertical coordinate reference systems.</summary>
    public static CoordinateKind VerticalCrs { get; } = new("CRS-VERTCRS");

    /// <summary>Engineering coordinate reference systems.</summary>
    public static CoordinateKind EngineeringCrs { get; } = new("CRS-ENGCRS");

    /// <summary>Compound coordinate reference systems.</summary>
    public static CoordinateKind CompoundCrs { get; } = new("CRS-COMPOUNDCRS");

    /// <summary>Derived coordinate reference systems.</summary>
    public static CoordinateKind DerivedCrs { get; } = new("CRS-DRVDCRS");

    /// <summary>Coordinate operations: transformations and conversions.</summary>
    public static CoordinateKind Operation { get; } = new("COORDOP");

    /// <summary>Geodetic, vertical and engineering datums.</summary>
    public static CoordinateKind Datum { get; } = new("DATUM");

    /// <summary>Ellipsoids of geodetic datums.</summary>
    public static CoordinateKind Ellipsoid { get; } = new("ELLIPSOID");

    /// <summary>Prime meridians of geodetic datums.</summary>
    public static CoordinateKind PrimeMeridian { get; } = new("PRIMEM");

    /// <summary>Methods of coordinate operations.</summary>
    public static CoordinateKind Method { get; } = new("METHOD");

    /// <summary>Coordinate systems: sets of coordinate axes.</summary>
    public static CoordinateKind CoordinateSystem { get; } = new("CS");

    /// <summary>Axes of coordinate systems.</summary>
    public static CoordinateKind Axis { get; } = new("AXIS");

    /// <summary>Areas of use of other objects.</summary>
    public static CoordinateKind Area { get; } = new("AREA");

    /// <summary>Units of measure.</summary>
    public static CoordinateKind Unit { get; } = new("UNIT");

    /// <summary>The name that the service uses.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses, such as <c>CRS-PROJCRS</c>.</param>
    public static implicit operator CoordinateKind(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
