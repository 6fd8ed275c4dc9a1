using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What is counted. The set is open.</summary>
/// <param name="Value">The name that the service uses.</param>
[JsonConverter(typeof(AnalyticsGroupJsonConverter))]
public readonly record struct AnalyticsGroup(string Value)
{
    /// <summary>Requests.</summary>
    public static AnalyticsGroup Request { get; } = new("request");

    /// <summary>Sessions of maps.</summary>
    public static AnalyticsGroup Session { get; } = new("session");

    /// <summary>Exports.</summary>
    public static AnalyticsGroup Export { get; } = new("export");

    /// <summary>The name that the service uses.</summary>
    public override string ToString() => Value ?? "";
}
