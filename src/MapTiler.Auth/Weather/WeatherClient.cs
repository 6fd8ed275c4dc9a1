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

    /// <summary>Gets the variables of the latest forecast, each with its keyframes.</summary>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<WeatherCatalog> GetLatestAsync(CancellationToken cancellationToken = default) =>
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
        return _sender.SendAsync(ApiRequest.ForStream(Endpoints.Tile, urls => urls.Tile(keyframe.Id!, tile, extension)), cancellationToken);
    }
}

/// <summary>The generated JSON serialization of <see cref="WeatherCatalog"/>.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WeatherCatalog))]
internal sealed partial class WeatherJson : JsonSerializerContext
{
    public static WeatherCatalog? Read(ReadOnlySpan<byte> body)
    {
        var catalog = JsonSerializer.Deserialize(body, Default.WeatherCatalog);
        return catalog?.Variables.Any(variable => variable is null || variable.Keyframes.Contains(null!)) == true ? throw new JsonException("A variable or a keyframe is null.") : catalog;
    }
}
