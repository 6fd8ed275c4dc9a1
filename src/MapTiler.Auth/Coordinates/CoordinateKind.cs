using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>What kind of object of the EPSG data set to search for. The set is open.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct CoordinateKind
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses, such as <c>CRS-PROJCRS</c>.</param>
    public CoordinateKind(string value) => _value = value;

    /// <summary>Everything.</summary>
    public static CoordinateKind Any { get; } = new("*");

    /// <summary>Coordinate reference systems of all kinds: the default of the service.</summary>
    public static CoordinateKind Crs { get; } = new("CRS");

    /// <summary>Projected systems.</summary>
    public static CoordinateKind ProjectedCrs { get; } = new("CRS-PROJCRS");

    /// <summary>Geographic systems with two axes.</summary>
    public static CoordinateKind GeographicCrs { get; } = new("CRS-GEOGCRS");

    /// <summary>Geographic systems with three axes.</summary>
    public static CoordinateKind Geographic3DCrs { get; } = new("CRS-GEOG3DCRS");

    /// <summary>Geocentric systems.</summary>
    public static CoordinateKind GeocentricCrs { get; } = new("CRS-GCENCRS");

    /// <summary>Vertical systems.</summary>
    public static CoordinateKind VerticalCrs { get; } = new("CRS-VERTCRS");

    /// <summary>Engineering systems.</summary>
    public static CoordinateKind EngineeringCrs { get; } = new("CRS-ENGCRS");

    /// <summary>Compound systems.</summary>
    public static CoordinateKind CompoundCrs { get; } = new("CRS-COMPOUNDCRS");

    /// <summary>Derived systems.</summary>
    public static CoordinateKind DerivedCrs { get; } = new("CRS-DRVDCRS");

    /// <summary>Operations: transformations and conversions.</summary>
    public static CoordinateKind Operation { get; } = new("COORDOP");

    /// <summary>Datums.</summary>
    public static CoordinateKind Datum { get; } = new("DATUM");

    /// <summary>Ellipsoids.</summary>
    public static CoordinateKind Ellipsoid { get; } = new("ELLIPSOID");

    /// <summary>Prime meridians.</summary>
    public static CoordinateKind PrimeMeridian { get; } = new("PRIMEM");

    /// <summary>Methods of operations.</summary>
    public static CoordinateKind Method { get; } = new("METHOD");

    /// <summary>Coordinate systems, that is sets of axes.</summary>
    public static CoordinateKind CoordinateSystem { get; } = new("CS");

    /// <summary>Axes.</summary>
    public static CoordinateKind Axis { get; } = new("AXIS");

    /// <summary>Areas of use.</summary>
    public static CoordinateKind Area { get; } = new("AREA");

    /// <summary>Units.</summary>
    public static CoordinateKind Unit { get; } = new("UNIT");

    /// <summary>The name that the service uses.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses, such as <c>CRS-PROJCRS</c>.</param>
    public static implicit operator CoordinateKind(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
