using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.StaticMaps;

/// <summary>
/// The area that a static map displays: a view, a bounding box, or the area of its paths and markers. A <see cref="MapView"/> and a <see cref="BoundingBox"/> convert
/// implicitly.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct StaticMapArea
{
    private StaticMapArea(MapView? view, BoundingBox? bounds)
    {
        View = view;
        Bounds = bounds;
    }

    /// <summary>The area that contains all paths and markers of the options.</summary>
    public static StaticMapArea Auto { get; }

    /// <summary>The center and the zoom of the area; <see langword="null"/> if the area is not a view.</summary>
    public MapView? View { get; }

    /// <summary>The bounding box of the area; <see langword="null"/> if the area is not a bounding box.</summary>
    public BoundingBox? Bounds { get; }

    /// <summary>Returns the area around a center at a zoom.</summary>
    public static StaticMapArea Around(MapView view) => new(view, null);

    /// <summary>Returns the area of a bounding box in degrees.</summary>
    public static StaticMapArea Within(BoundingBox bounds) => new(null, bounds);

    /// <summary>Converts a center and a zoom to an area.</summary>
    public static implicit operator StaticMapArea(MapView view) => Around(view);

    /// <summary>Converts a bounding box in degrees to an area.</summary>
    public static implicit operator StaticMapArea(BoundingBox bounds) => Within(bounds);

    /// <summary>Returns the view, the bounding box, or <c>auto</c>.</summary>
    public override string ToString() => View?.ToString() ?? Bounds?.ToString() ?? "auto";
}

/// <summary>Reads and writes <c>"auto"</c>, <c>[longitude, latitude, zoom]</c> or <c>[west, south, east, north]</c>.</summary>
internal sealed class StaticMapAreaJsonConverter : JsonConverter<StaticMapArea>
{
    public override StaticMapArea Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("auto"u8))
            return StaticMapArea.Auto;

        var numbers = reader;
        return NumberArray.Read(ref numbers, default) == 3 ? MapViewJsonConverter.ReadView(ref reader) : BoundingBoxJsonConverter.ReadBox(ref reader);
    }

    public override void Write(Utf8JsonWriter writer, StaticMapArea value, JsonSerializerOptions options)
    {
        if (value.View is { } view)
            MapViewJsonConverter.WriteView(writer, view);
        else if (value.Bounds is { } bounds)
            BoundingBoxJsonConverter.WriteBox(writer, bounds);
        else
            writer.WriteStringValue("auto"u8);
    }
}
