namespace MapTiler.Elevation;

/// <inheritdoc cref="IElevationClient"/>
internal sealed class ElevationClient(RequestSender sender) : IElevationClient
{
    private readonly TerrainTiles _terrain = new(sender);

    public async Task<double?> GetAsync(LngLat place, ElevationUnit unit = ElevationUnit.Meters, CancellationToken cancellationToken = default)
    {
        var heights = await GetAsync([place], unit, cancellationToken).ConfigureAwait(false);
        return heights[0];
    }

    public IAsyncEnumerable<ElevationResult> BatchAsync(IAsyncEnumerable<LngLat> places, ElevationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(places, nameof(places));
        options ??= new();
        var room = UrlWriter.MaxLength - sender.Urls.Elevation([default], options.Unit).AbsoluteUri.Length + "0,0".Length;
        return new UrlBatch<LngLat, double?, ElevationResult>(
            Endpoints.Elevation,
            room,
            static (ref url, place) => MapTilerUrlBuilder.WriteElevationPlace(ref url, place, nameof(place)),
            (items, token) => GetAsync(items, options.Unit, token),
            static (index, place, height, error) => new ElevationResult { Index = index, Place = place, Elevation = height, Error = error })
            .RunAsync(places, options.MaxConcurrency, cancellationToken);
    }

    public IAsyncEnumerable<ElevationResult> ComputeAsync(
        IAsyncEnumerable<LngLat> places, ImageDecoder decoder, TerrainOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(places, nameof(places));
        Guard.NotNull(decoder, nameof(decoder));
        return _terrain.ComputeAsync(places, decoder, options ?? new(), cancellationToken);
    }

    private async Task<IReadOnlyList<double?>> GetAsync(IReadOnlyList<LngLat> places, ElevationUnit unit, CancellationToken cancellationToken)
    {
        var heights = await sender.GetAsync(Endpoints.Elevation, urls => urls.Elevation(places, unit), ElevationJson.Read, cancellationToken, places.Count).ConfigureAwait(false);
        return heights.Count == places.Count
            ? heights
            : throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"MapTiler answered {heights.Count} heights for {places.Count} places, so none can be told apart.") { Endpoint = Endpoints.Elevation.Template };
    }
}
