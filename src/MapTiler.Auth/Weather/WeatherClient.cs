namespace MapTiler.Weather;

/// <inheritdoc cref="IWeatherClient"/>
internal sealed class WeatherClient(RequestSender sender) : IWeatherClient
{
    public Task<WeatherCatalogue> GetLatestAsync(CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.Weather, urls => urls.Weather(), WeatherJson.Read, cancellationToken);

    public Task<MapTilerContent?> GetTileAsync(WeatherKeyframe keyframe, TileCoordinate tile, string? extension = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(keyframe, nameof(keyframe));
        if (string.IsNullOrEmpty(keyframe.Id))
            throw new ArgumentException("The keyframe has no id.", nameof(keyframe));
        return sender.OpenAsync(Endpoints.Tile, urls => urls.Tile(keyframe.Id!, tile, extension), cancellationToken);
    }
}
