using Microsoft.AspNetCore.Routing;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>The tile at the end of a path such as <c>{z}/{x}/{y}@2x.png</c>.</summary>
/// <param name="Tile">The coordinate of the tile. It is within the range of its zoom level.</param>
/// <param name="HighDpi">Whether the name of the file contains <c>@2x</c>.</param>
/// <param name="Extension">The extension of the file without the dot; <see langword="null"/> if it has none.</param>
internal readonly record struct TileFile(TileCoordinate Tile, bool HighDpi, string? Extension)
{
    private const string HighDpiSuffix = "@2x";
    private const int MaxZoom = 22;

    public static bool TryRead(RouteValueDictionary values, out TileFile file)
    {
        file = default;
        if (!PathSegment.TryReadNumber((string?)values["z"], out var z) || z > MaxZoom || !PathSegment.TryReadNumber((string?)values["x"], out var x))
            return false;

        var name = ((string?)values["file"]).AsSpan();
        string? extension = null;
        if (name.IndexOf('.') is >= 0 and var dot)
        {
            extension = ParseExtension(name[(dot + 1)..]);
            name = name[..dot];
            if (extension is null)
                return false;
        }

        var highDpi = name.EndsWith(HighDpiSuffix, StringComparison.Ordinal);
        if (!PathSegment.TryReadNumber(highDpi ? name[..^HighDpiSuffix.Length] : name, out var y) || x >> z != 0 || y >> z != 0)
            return false;

        file = new(new TileCoordinate(z, x, y), highDpi, extension);
        return true;
    }

    private static string? ParseExtension(ReadOnlySpan<char> extension) => extension switch
    {
        "png" => "png",
        "jpg" => "jpg",
        "jpeg" => "jpeg",
        "webp" => "webp",
        "pbf" => "pbf",
        "mvt" => "mvt",
        _ => null,
    };
}
