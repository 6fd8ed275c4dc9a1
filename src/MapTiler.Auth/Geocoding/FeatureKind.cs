using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>What a feature is in the source data. Experimental in the service; the set is open.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct FeatureKind
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public FeatureKind(string value) => _value = value;

    /// <summary>A road.</summary>
    public static FeatureKind Road { get; } = new("road");

    /// <summary>Several ways that make one road.</summary>
    public static FeatureKind RoadRelation { get; } = new("road_relation");

    /// <summary>An administrative area.</summary>
    public static FeatureKind AdminArea { get; } = new("admin_area");

    /// <summary>A named place.</summary>
    public static FeatureKind Place { get; } = new("place");

    /// <summary>A street.</summary>
    public static FeatureKind Street { get; } = new("street");

    /// <summary>A street that is known only from its addresses.</summary>
    public static FeatureKind VirtualStreet { get; } = new("virtual_street");

    /// <summary>The name that the service uses.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public static implicit operator FeatureKind(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
