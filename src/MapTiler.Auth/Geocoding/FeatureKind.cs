using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>The kind of a feature in the source data. It is experimental in the service. The set is open: strings convert implicitly, and <c>switch (kind.Value)</c> distinguishes values.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct FeatureKind
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public FeatureKind(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>A single road.</summary>
    public static FeatureKind Road { get; } = new("road");

    /// <summary>A road that consists of several ways in OpenStreetMap.</summary>
    public static FeatureKind RoadRelation { get; } = new("road_relation");

    /// <summary>An administrative area.</summary>
    public static FeatureKind AdminArea { get; } = new("admin_area");

    /// <summary>A named place, such as a village.</summary>
    public static FeatureKind Place { get; } = new("place");

    /// <summary>A street within a settlement.</summary>
    public static FeatureKind Street { get; } = new("street");

    /// <summary>A street that the source data contains only in addresses.</summary>
    public static FeatureKind VirtualStreet { get; } = new("virtual_street");

    /// <summary>The name that the service uses.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public static implicit operator FeatureKind(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
