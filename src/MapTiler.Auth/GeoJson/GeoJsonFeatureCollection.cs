using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>
/// A <see href="https://www.rfc-editor.org/rfc/rfc7946#section-3.3">GeoJSON feature collection</see>.
/// </summary>
/// <remarks>A document that is a single feature or a geometry is read as a collection of one feature.</remarks>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonFeatureCollection
{
    /// <summary>The features, in the order of the document; empty if there are none.</summary>
    public IReadOnlyList<GeoJsonFeature> Features { get => field ?? []; set; }

    /// <summary>The bounding box of all features in WGS84 degrees, without altitudes; <see langword="null"/> if the document has none.</summary>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The members that GeoJSON does not define, and a <c>bbox</c> that is not valid, by name; empty if there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement> ForeignMembers { get => field ?? JsonMembers.None; set; }
}
