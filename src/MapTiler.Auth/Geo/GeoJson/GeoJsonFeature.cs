using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>
/// A <see href="https://www.rfc-editor.org/rfc/rfc7946#section-3.2">feature of GeoJSON</see>: a geometry and what is known of it.
/// </summary>
/// <remarks>
/// A feature is read whatever is wrong with one of its members: what has another shape than GeoJSON says stands among
/// <see cref="ForeignMembers"/> under its own name, and is written back as it came.
/// </remarks>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonFeature
{
    /// <summary>The id, a text or a number; null if the feature has none.</summary>
    public GeoJsonId? Id { get; set; }

    /// <summary>
    /// Where the feature is; null if that is not known, or if the type is none of GeoJSON's seven (then <see cref="ForeignMembers"/> has it).
    /// </summary>
    public GeoJsonGeometry? Geometry { get; set; }

    /// <summary>The box around the feature in WGS84 degrees, if it is given; of a box with heights they are left out.</summary>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>What is known of the feature, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Properties { get => field ?? JsonMembers.None; set; }

    /// <summary>Members beside those that GeoJSON names, and those whose value could not be understood.</summary>
    public IReadOnlyDictionary<string, JsonElement> ForeignMembers { get => field ?? JsonMembers.None; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id?.ToString() ?? "no id"}: {Geometry?.Type ?? "no geometry"}";
}
