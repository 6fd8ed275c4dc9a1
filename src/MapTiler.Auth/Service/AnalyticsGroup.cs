using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What the analytics count: requests, map sessions or exports. MapTiler may add values: any string is a valid value and converts implicitly.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct AnalyticsGroup
{
    private readonly string? _value;

    /// <summary>Creates a value, including one that this type has no member for.</summary>
    /// <param name="value">The name of the unit in the Service API.</param>
    public AnalyticsGroup(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the unit <c>request</c>: the number of requests.</summary>
    public static AnalyticsGroup Request { get; } = new("request");

    /// <summary>Gets the unit <c>session</c>: the number of map sessions.</summary>
    public static AnalyticsGroup Session { get; } = new("session");

    /// <summary>Gets the unit <c>export</c>: the number of exports.</summary>
    public static AnalyticsGroup Export { get; } = new("export");

    /// <summary>Gets the name of the unit in the Service API; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a unit, including one that this type has no member for.</summary>
    /// <param name="value">The name of the unit in the Service API.</param>
    public static implicit operator AnalyticsGroup(string value) => new(value);

    /// <summary>Returns the name of the unit in the Service API.</summary>
    public override string ToString() => Value;
}
