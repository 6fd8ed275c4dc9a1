using MapTiler;
using SkiaSharp;

namespace DesktopTiles;

/// <summary>An image that is composed of adjacent tiles.</summary>
internal sealed class Mosaic : IDisposable
{
    private readonly SKSurface _surface;

    private Mosaic(SKSurface surface, int tiles)
    {
        _surface = surface;
        Tiles = tiles;
    }

    public int Tiles { get; }

    /// <summary>Downloads the tiles around the center of a view concurrently, and draws them.</summary>
    public static async Task<Mosaic> DrawAsync(HttpClient http, TileUrlTemplate template, MapView view, int columns, int rows)
    {
        var zoom = (int)view.Zoom;
        var center = TileCoordinate.FromLngLat(view.Center, zoom);
        var surface = SKSurface.Create(new SKImageInfo(columns * template.TileSize, rows * template.TileSize));
        var tiles = from column in Enumerable.Range(0, columns)
                    from row in Enumerable.Range(0, rows)
                    select (column, row);
        await Parallel.ForEachAsync(tiles, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (tile, cancellationToken) =>
        {
            var width = 1 << zoom; // the map wraps around, so the column before the first one is the last one
            var coordinate = new TileCoordinate(zoom, (center.X - columns / 2 + tile.column + width) % width, center.Y - rows / 2 + tile.row);
            using var image = SKImage.FromEncodedData(await http.GetByteArrayAsync(new Uri(template.Fill(coordinate)), cancellationToken));
            lock (surface)
                surface.Canvas.DrawImage(image, tile.column * template.TileSize, tile.row * template.TileSize, SKSamplingOptions.Default);
        });
        return new Mosaic(surface, columns * rows);
    }

    public void SaveTo(string path)
    {
        using var image = _surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        using var file = File.Create(path);
        data.SaveTo(file);
    }

    public void Dispose() => _surface.Dispose();
}
