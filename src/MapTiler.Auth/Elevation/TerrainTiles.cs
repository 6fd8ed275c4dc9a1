using System.Runtime.CompilerServices;
using MapTiler.Authentication;
using MapTiler.Tiles;

namespace MapTiler.Elevation;

/// <summary>Computes elevations from terrain tiles: consecutive locations on the same tile together, with tiles from the cache of the client.</summary>
internal sealed class TerrainTiles(RequestSender sender)
{
    // Consecutive locations on the same tile wait for it once.
    private const int MaxLocations = 1024;
    private const double MetersInFoot = 0.3048;

    private readonly TerrainCache _cache = new();

    public IAsyncEnumerable<ElevationResult> ComputeAsync(IAsyncEnumerable<LngLat> locations, ImageDecoder decoder, TerrainOptions options, int maxConcurrency, CancellationToken cancellationToken)
    {
        Guard.Concurrency(maxConcurrency);
        if (options.Zoom is < 0 or > TileCoordinate.MaxZoom)
            throw Guard.OptionRange(nameof(options.Zoom), $"A zoom must be between 0 and {TileCoordinate.MaxZoom}.");
        if (options.Unit is not (ElevationUnit.Meters or ElevationUnit.Feet))
            throw Guard.OptionRange(nameof(options.Unit), "The unit must be meters or feet.");
        if (!UrlWriter.IsSegment(options.TilesetId))
            throw Guard.Option(nameof(options.TilesetId), "The id of a tileset must not be empty, '.' or '..'.");

        return new BatchRunner<Sample, ElevationResult>(
            static (chunk, next) => chunk[0].Tile != next.Tile, static chunk => chunk.Count == MaxLocations, ElevationsAsync, maxConcurrency)
            .RunAsync(SamplesAsync(locations, decoder, options, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<Sample> SamplesAsync(IAsyncEnumerable<LngLat> locations, ImageDecoder decoder, TerrainOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Source? source = null;
        var index = 0L;
        await foreach (var location in locations.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            source ??= await GetSourceAsync(decoder, options, cancellationToken).ConfigureAwait(false); // not for no location
            yield return new Sample(index++, location, Math.Abs(location.Latitude) <= WebMercator.MaxLatitude ? TileCoordinate.FromLngLat(location, source.Zoom) : null, source);
        }
    }

    private async Task<Source> GetSourceAsync(ImageDecoder decoder, TerrainOptions options, CancellationToken cancellationToken)
    {
        RequestState? state = null;
        var tileJson = await sender.SendAsync(
            ApiRequest.For(Endpoints.TileJson, urls => urls.TileJson(options.TilesetId), TilesJson.Read)
                with { Configure = request => state = RequestState.Of(request) },
            cancellationToken).ConfigureAwait(false);
        var last = tileJson.MaxZoom is >= 0 and <= TileCoordinate.MaxZoom ? tileJson.MaxZoom.Value : 12;
        var zoom = Math.Max(Math.Min(options.Zoom ?? last, last), Math.Min(last, tileJson.MinZoom ?? 0));
        var extension = tileJson.Format is { Length: > 0 } format && format.All(char.IsLetterOrDigit) ? format : null;
        return new Source(options, extension, zoom, decoder, Owner(hasRequestKey: state?.RequestKey is not null));
    }

    private async Task<ElevationResult[]> ElevationsAsync(List<Sample> chunk, CancellationToken cancellationToken)
    {
        var source = chunk[0].Source;
        if (chunk[0].Tile is not { } coordinate)
        {
            var outside = new MapTilerException(MapTilerErrorReason.InvalidRequest, "Terrain tiles cover latitudes from -85.05 to 85.05 degrees. No tile was requested for this location.") { Endpoint = Endpoints.Tile.Template };
            return [.. chunk.Select(sample => sample.Failed(outside))];
        }

        try
        {
            var tile = await _cache.GetAsync(
                (source.Owner, source.Options.TilesetId, coordinate), () => LoadAsync(coordinate, source, cancellationToken), cancellationToken).ConfigureAwait(false);
            var unit = source.Options.Unit == ElevationUnit.Feet ? MetersInFoot : 1;
            return [.. chunk.Select(sample => new ElevationResult { Index = sample.Index, Location = sample.Location, Elevation = ElevationAt(tile, coordinate, sample.Location) / unit })];
        }
        catch (Exception e) when (ErrorFactory.IsOfItem(e))
        {
            var error = ErrorFactory.OfItem(e);
            return [.. chunk.Select(sample => sample.Failed(error))];
        }
    }

    private async Task<TerrainCache.Loaded> LoadAsync(TileCoordinate coordinate, Source source, CancellationToken cancellationToken)
    {
        RequestState? state = null;
        using var content = await sender.SendAsync(
            ApiRequest.ForFile(Endpoints.Tile, urls => urls.Tile(source.Options.TilesetId, coordinate, source.Extension))
                with { Configure = request => state = RequestState.Of(request) },
            cancellationToken).ConfigureAwait(false);
        var isForCallerAlone = state?.RequestKey is not null;
        if (content is null)
            return new(null, isForCallerAlone);

        var file = await content.ReadBytesAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new(new TerrainTile(source.Decoder(file)), isForCallerAlone);
        }
        catch (Exception e)
        {
            throw new MapTilerException(MapTilerErrorReason.InvalidResponse,
                $"The decoder failed to decode tile {coordinate} of {source.Options.TilesetId} ({content.ContentType}, {file.Length} bytes): {e.Message}", innerException: e)
            { Endpoint = Endpoints.Tile.Template };
        }
    }

    private static double? ElevationAt(TerrainTile? tile, TileCoordinate coordinate, LngLat location)
    {
        var (x, y) = TileGrid.Part(coordinate, location);
        return tile?.At(x, y);
    }

    // A provider or a handler of the application may use a key per tenant: what one tenant may see is not cached for another.
    private object Owner(bool hasRequestKey) => !hasRequestKey && sender.Account is { HasOneCredential: true } account ? account : new object();

    private sealed record Source(TerrainOptions Options, string? Extension, int Zoom, ImageDecoder Decoder, object Owner);

    private readonly record struct Sample(long Index, LngLat Location, TileCoordinate? Tile, Source Source)
    {
        public ElevationResult Failed(MapTilerException error) => new() { Index = Index, Location = Location, Error = error };
    }
}
