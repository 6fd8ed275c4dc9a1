using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>The location whose nearer results come first. It is a preference, not a filter.</summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct Proximity
{
    private Proximity(LngLat? location) => Location = location;

    /// <summary>The location of the caller by its IP address. For requests of a server, that is the location of the server.</summary>
    public static Proximity Ip { get; }

    /// <summary>The location; <see langword="null"/> for <see cref="Ip"/>.</summary>
    public LngLat? Location { get; }

    /// <summary>Converts a location to a proximity.</summary>
    /// <param name="location">The location.</param>
    public static implicit operator Proximity(LngLat location) => new(location);

    /// <summary>Returns <c>longitude,latitude</c> or <c>ip</c>.</summary>
    public override string ToString() => Location?.ToString() ?? "ip";
}

/// <summary>Reads and writes <c>"ip"</c> or <c>[longitude, latitude]</c>.</summary>
internal sealed class ProximityJsonConverter : JsonConverter<Proximity>
{
    public override Proximity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("ip"u8) ? Proximity.Ip : LngLatJsonConverter.ReadLocation(ref reader);

    public override void Write(Utf8JsonWriter writer, Proximity value, JsonSerializerOptions options)
    {
        if (value.Location is { } location)
            LngLatJsonConverter.WriteLocation(writer, location);
        else
            writer.WriteStringValue("ip"u8);
    }
}
