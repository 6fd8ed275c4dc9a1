using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>What a feature is in the source data. Experimental in the service; the set is open.</summary>
/// <param name="Value">The name that the service uses.</param>
[JsonConverter(typeof(FeatureKindJsonConverter))]
public readonly record struct FeatureKind(string Value)
{
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
    public override string ToString() => Value ?? "";
}
