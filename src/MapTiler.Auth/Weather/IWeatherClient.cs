namespace MapTiler.Weather;

/// <summary>Weather forecasts as tiles. See <see href="https://docs.maptiler.com/cloud/api/weather/">the Weather API</see>. Safe for concurrent use.</summary>
public interface IWeatherClient
{
    /// <summary>Gets the variables of the newest forecast, each with its keyframes.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="MapTilerException">The call failed.</exception>
    Task<WeatherCatalogue> GetLatestAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets one tile of a keyframe: a picture whose colours <see cref="WeatherDecoding"/> turns into values.</summary>
    /// <param name="keyframe">A keyframe of a variable.</param>
    /// <param name="tile">The tile, within the zooms of the variable.</param>
    /// <param name="extension">The format as the variable names it, such as <c>png</c>; may be left out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tile; <see langword="null"/> if there is none. Dispose it.</returns>
    /// <exception cref="ArgumentException">The keyframe has no id.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    Task<MapTilerContent?> GetTileAsync(WeatherKeyframe keyframe, TileCoordinate tile, string? extension = null, CancellationToken cancellationToken = default);
}
