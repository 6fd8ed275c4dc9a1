using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>
/// A geometry of <see href="https://www.rfc-editor.org/rfc/rfc7946#section-3.1">GeoJSON</see>. Switch over its seven types.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public abstract class GeoJsonGeometry
{
    private protected GeoJsonGeometry() { }

    /// <summary>The GeoJSON name of the type, such as <c>Point</c>.</summary>
    public abstract string Type { get; }
}
