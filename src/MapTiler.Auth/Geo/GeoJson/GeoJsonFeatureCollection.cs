using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>
/// A <see href="https://www.rfc-editor.org/rfc/rfc7946#section-3.3">collection of features of GeoJSON</see>.
/// </summary>
/// <remarks>GeoJSON allows a single feature or a geometry in its place; it is read as a collection of one.</remarks>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonFeatureCollection
{
    /// <summary>The features in their order.</summary>
    public IReadOnlyList<GeoJsonFeature> Features { get => field ?? []; set; }

    /// <summary>The box around all features in WGS84 degrees, if it is given; of a box with heights they are left out.</summary>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>Members beside those that GeoJSON names, and a <c>bbox</c> that could not be understood.</summary>
    public IReadOnlyDictionary<string, JsonElement> ForeignMembers { get => field ?? JsonMembers.None; set; }
}
