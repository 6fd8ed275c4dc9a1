using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>
/// A <see href="https://www.rfc-editor.org/rfc/rfc7946#section-3.2">GeoJSON feature</see>: a geometry with properties.
/// </summary>
/// <remarks>
/// Invalid members do not prevent a feature from being read: a member whose value is not what GeoJSON specifies is in
/// <see cref="ForeignMembers"/> under its own name and is written back unchanged.
/// </remarks>
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class GeoJsonFeature
{
    private byte[]? _unreadProperties;

    /// <summary>The id of the feature, a string or a number; <see langword="null"/> if it has none.</summary>
    public GeoJsonId? Id { get; set; }

    /// <summary>
    /// The geometry of the feature; <see langword="null"/> if it has none, or if the type is not one of GeoJSON's seven types. In that case it is
    /// in <see cref="ForeignMembers"/>.
    /// </summary>
    public GeoJsonGeometry? Geometry { get; set; }

    /// <summary>The bounding box of the feature in WGS84 degrees, without altitudes; <see langword="null"/> if the document has none.</summary>
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The properties of the feature by name; empty if there are none. The properties in a response are parsed when they are first read.</summary>
    public IReadOnlyDictionary<string, JsonElement> Properties
    {
        get => field ??= _unreadProperties is null ? JsonMembers.None : JsonMembers.ParseObject(_unreadProperties);
        set => (field, _unreadProperties) = (value, null);
    }

    /// <summary>The members that GeoJSON does not define, and those whose value is not valid GeoJSON, by name; empty if there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement> ForeignMembers { get => field ?? JsonMembers.None; set; }

    /// <summary>Sets the properties to a valid JSON object, which is parsed when they are used.</summary>
    internal void SetProperties(byte[] json) => (Properties, _unreadProperties) = (null!, json);

    /// <summary>Returns the id and the type of the geometry.</summary>
    public override string ToString() => $"{Id?.ToString() ?? "no id"}: {Geometry?.Type ?? "no geometry"}";
}
