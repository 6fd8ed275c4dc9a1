namespace MapTiler.Weather;

/// <summary>Weather forecasts as tiles. See <see href="https://docs.maptiler.com/cloud/api/weather/">the Weather API</see>. Safe for concurrent use.</summary>
public class WeatherClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected WeatherClient() => _sender = null!;

    internal WeatherClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the variables of the newest forecast, each with its keyframes.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<WeatherCatalogue> GetLatestAsync(CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.Weather, urls => urls.Weather(), WeatherJson.Read), cancellationToken);

    /// <summary>Gets one tile of a keyframe: a picture whose colours <see cref="WeatherDecoding"/> turns into values.</summary>
    /// <param name="keyframe">A keyframe of a variable.</param>
    /// <param name="tile">The tile, within the zooms of the variable.</param>
    /// <param name="extension">The format as the variable names it, such as <c>png</c>; may be left out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tile; <see langword="null"/> if there is none. Dispose it.</returns>
    /// <exception cref="ArgumentException">The keyframe has no id.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<MapTilerContent?> GetTileAsync(WeatherKeyframe keyframe, TileCoordinate tile, string? extension = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(keyframe, nameof(keyframe));
        if (string.IsNullOrEmpty(keyframe.Id))
            throw new ArgumentException("The keyframe has no id.", nameof(keyframe));
        return _sender.SendAsync(ApiRequest.ForStream(Endpoints.Tile, urls => urls.Tile(keyframe.Id!, tile, extension)), cancellationToken);
    }
}
