using System.Runtime.CompilerServices;
using MapTiler.Authentication;
using MapTiler.Maps;

namespace MapTiler.Elevation;

/// <summary>Computes heights from terrain tiles: neighbours on the same tile together, tiles from the cache of the client where they are there.</summary>
internal sealed class TerrainTiles(RequestSender sender)
{
    // Places one after the other on the same tile wait for it once.
    private const int MaxPlaces = 1024;
    private const double MetersInFoot = 0.3048;

    private readonly TerrainCache _cache = new();

    public IAsyncEnumerable<ElevationResult> ComputeAsync(IAsyncEnumerable<LngLat> places, ImageDecoder decoder, TerrainOptions options, CancellationToken cancellationToken)
    {
        BatchRunner<Sample, ElevationResult>.CheckConcurrency(options.MaxConcurrency);
        if (options.Zoom is < 0 or > TileCoordinate.MaxZoom)
            throw new ArgumentOutOfRangeException(nameof(options.Zoom), $"A zoom must be between 0 and {TileCoordinate.MaxZoom}.");
        sender.Urls.Tile(options.TilesetId, default);

        return RunAsync(places, decoder, options, cancellationToken);
    }

    private async IAsyncEnumerable<ElevationResult> RunAsync(
        IAsyncEnumerable<LngLat> places, ImageDecoder decoder, TerrainOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RequestState? state = null;
        var tileJson = await sender.GetAsync(
            Endpoints.TileJson, urls => urls.TileJson(options.TilesetId), MapsJson.ReadTileJson, cancellationToken, configure: request => state = RequestState.Of(request)).ConfigureAwait(false);
        var last = tileJson.MaxZoom is >= 0 and <= TileCoordinate.MaxZoom ? tileJson.MaxZoom.Value : 12;
        var zoom = Math.Max(Math.Min(options.Zoom ?? last, last), Math.Min(last, tileJson.MinZoom ?? 0));
        var source = new Source(options, tileJson.Format, zoom, decoder, Owner(hasOwnKey: state?.OwnKey is not null));
        var runner = new BatchRunner<Sample, ElevationResult>(
            static (chunk, next) => chunk[0].Tile != next.Tile, static chunk => chunk.Count == MaxPlaces, (chunk, token) => HeightsAsync(chunk, source, token), options.MaxConcurrency);
        await foreach (var result in runner.RunAsync(SamplesAsync(places, source.Zoom, cancellationToken), cancellationToken).ConfigureAwait(false))
            yield return result;
    }

    private static async IAsyncEnumerable<Sample> SamplesAsync(IAsyncEnumerable<LngLat> places, int zoom, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = 0L;
        await foreach (var place in places.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return new Sample(index++, place, Math.Abs(place.Latitude) <= WebMercator.MaxLatitude ? TileCoordinate.FromLngLat(place, zoom) : null);
    }

    private async Task<ElevationResult[]> HeightsAsync(List<Sample> chunk, Source source, CancellationToken cancellationToken)
    {
        if (chunk[0].Tile is not { } coordinate)
        {
            var outside = new MapTilerException(MapTilerErrorReason.InvalidRequest, "Terrain tiles reach from -85.05 to 85.05 degrees of latitude. The place was not looked up.") { Endpoint = Endpoints.Tile.Template };
            return [.. chunk.Select(sample => sample.Failed(outside))];
        }

        try
        {
            var tile = await _cache.GetAsync(
                (source.Owner, source.Options.TilesetId, coordinate), () => LoadAsync(coordinate, source, cancellationToken), cancellationToken).ConfigureAwait(false);
            var unit = source.Options.Unit == ElevationUnit.Feet ? MetersInFoot : 1;
            return [.. chunk.Select(sample => new ElevationResult { Index = sample.Index, Place = sample.Place, Elevation = Height(tile, coordinate, sample.Place) / unit })];
        }
        catch (Exception e) when (e is not (OperationCanceledException or ObjectDisposedException))
        {
            var error = ErrorFactory.OfItem(e);
            return [.. chunk.Select(sample => sample.Failed(error))];
        }
    }

    private async Task<TerrainTile?> LoadAsync(TileCoordinate coordinate, Source source, CancellationToken cancellationToken)
    {
        using var content = await sender.OpenAsync(Endpoints.Tile, urls => urls.Tile(source.Options.TilesetId, coordinate, source.Extension), cancellationToken).ConfigureAwait(false);
        if (content is null)
            return null;

        var file = await content.ReadBytesAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new TerrainTile(source.Decoder(file));
        }
        catch (Exception e)
        {
            throw new MapTilerException(MapTilerErrorReason.InvalidResponse,
                $"The decoder could not read tile {coordinate} of {source.Options.TilesetId} ({content.ContentType}, {file.Length} bytes): {e.Message}", innerException: e)
            { Endpoint = Endpoints.Tile.Template };
        }
    }

    private static double? Height(TerrainTile? tile, TileCoordinate coordinate, LngLat place)
    {
        if (tile is null)
            return null;

        var tiles = (double)(1L << coordinate.Z);
        var column = (place.Wrap().Longitude + 180) / 360 * tiles;
        var row = (0.5 - WebMercator.Northing(place.Latitude) / (2 * Math.PI)) * tiles;
        return tile.At(column - coordinate.X, row - coordinate.Y);
    }

    // A provider or a handler of the application may give another key for every tenant; what one may see is then kept for no one else.
    private object Owner(bool hasOwnKey) => !hasOwnKey && sender.Account is { HasOneCredential: true } account ? account : new object();

    private sealed record Source(TerrainOptions Options, string? Extension, int Zoom, ImageDecoder Decoder, object Owner);

    private readonly record struct Sample(long Index, LngLat Place, TileCoordinate? Tile)
    {
        public ElevationResult Failed(MapTilerException error) => new() { Index = Index, Place = Place, Error = error };
    }
}
