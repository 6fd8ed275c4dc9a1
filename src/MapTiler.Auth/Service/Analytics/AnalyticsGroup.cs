using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What is counted. The set is open.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct AnalyticsGroup
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public AnalyticsGroup(string value) => _value = value;

    /// <summary>Requests.</summary>
    public static AnalyticsGroup Request { get; } = new("request");

    /// <summary>Sessions of maps.</summary>
    public static AnalyticsGroup Session { get; } = new("session");

    /// <summary>Exports.</summary>
    public static AnalyticsGroup Export { get; } = new("export");

    /// <summary>The name that the service uses.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public static implicit operator AnalyticsGroup(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
