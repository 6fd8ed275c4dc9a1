using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/weather/">Weather API</see>, which provides weather forecasts as tiles. All members are safe for
/// concurrent use.
/// </summary>
public class WeatherClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected WeatherClient() => _sender = null!;

    internal WeatherClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the variables of the latest forecast, such as wind, temperature and precipitation, each with its keyframes.</summary>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The variables; an empty list if there are none.</returns>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<IReadOnlyList<WeatherVariable>> GetLatestAsync(CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.Weather, urls => urls.Weather(), WeatherJson.Read), cancellationToken);

    /// <summary>Gets one tile of a keyframe: an image whose colors <see cref="WeatherDecoding"/> converts to values.</summary>
    /// <param name="keyframe">A keyframe of a variable of <see cref="GetLatestAsync"/>.</param>
    /// <param name="tile">The coordinate of the tile. Its zoom must be one of the <see cref="WeatherVariable.TileMatrixSet"/>.</param>
    /// <param name="extension">The <see cref="WeatherVariable.TileFormat"/> of the variable, such as <c>png</c>; <see langword="null"/> for a URL without an extension.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The tile, which the caller must dispose; <see langword="null"/> if it has no content.</returns>
    /// <exception cref="ArgumentException"><paramref name="keyframe"/> has no id, or <paramref name="extension"/> has characters other than ASCII letters and digits.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent?> GetTileAsync(WeatherKeyframe keyframe, TileCoordinate tile, string? extension = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(keyframe, nameof(keyframe));
        if (string.IsNullOrEmpty(keyframe.Id))
            throw new ArgumentException("The keyframe has no id. The service may have sent none. Use another keyframe of the variable.", nameof(keyframe));
        return _sender.SendAsync(ApiRequest.ForFile(Endpoints.Tile, urls => urls.Tile(keyframe.Id!, tile, extension)), cancellationToken);
    }
}

/// <summary>A forecast as the Weather API returns it.</summary>
internal sealed class WeatherCatalog
{
    [JsonPropertyName("variables"), JsonRequired]
    public IReadOnlyList<WeatherVariable> Variables { get => field ?? []; set; }
}

/// <summary>The generated JSON serialization of a forecast.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WeatherCatalog))]
[JsonSerializable(typeof(WeatherMetadata))]
internal sealed partial class WeatherJson : JsonSerializerContext
{
    public static IReadOnlyList<WeatherVariable>? Read(ReadOnlySpan<byte> body) => ResponseJson.Read<WeatherCatalog>(body, Reading.Options)?.Variables;

    private static WeatherMetadata ReadMetadata(ref Utf8JsonReader reader) =>
        JsonValue.Try(ref reader, static (ref r) => WeatherMetadataJsonConverter.Read(ref r, Reading.Options)) ?? new();

    private static class Reading
    {
        public static readonly JsonSerializerOptions Options = ResponseJson.Options(Default,
            new EssentialListJsonConverter<WeatherVariable>(), new OptionalJsonConverter<WeatherMetadata>(ReadMetadata), new OptionalObjectJsonConverter<WeatherDecoding>(),
            new OptionalListJsonConverter<WeatherKeyframe>(), new OptionalObjectJsonConverter<WeatherTileMatrixSet>(), new OptionalListJsonConverter<WeatherTileMatrix>());
    }
}

/// <summary>Reads and writes the metadata of a variable, which the service returns as the only member of another object.</summary>
internal sealed class WeatherMetadataJsonConverter : JsonConverter<WeatherMetadata>
{
    private static readonly JsonEncodedText Member = JsonEncodedText.Encode("weather_variable");

    public override WeatherMetadata Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, WeatherJson.Default.Options);

    internal static WeatherMetadata Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The metadata of a weather variable is not an object.");

        WeatherMetadata? metadata = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isKnown = reader.ValueTextEquals(Member.EncodedUtf8Bytes);
            reader.Read();
            if (isKnown)
                metadata = NestedObject.Try<WeatherMetadata>(ref reader, options);
            else
                reader.Skip();
        }

        return metadata ?? new();
    }

    public override void Write(Utf8JsonWriter writer, WeatherMetadata value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(Member);
        JsonSerializer.Serialize(writer, value, WeatherJson.Default.WeatherMetadata);
        writer.WriteEndObject();
    }
}
