using Microsoft.AspNetCore.Routing;

namespace MapTiler.AspNetCore;

/// <summary>The tile that the end of a path names, <c>{z}/{x}/{y}@2x.png</c>.</summary>
/// <param name="Tile">The tile, which exists at its zoom.</param>
/// <param name="HighDpi">Whether its name has <c>@2x</c>.</param>
/// <param name="Extension">Its extension without the dot; <see langword="null"/> without one.</param>
internal readonly record struct TileFile(TileCoordinate Tile, bool HighDpi, string? Extension)
{
    private const string HighDpiMark = "@2x";
    private const int MaxZoom = 22;

    public static bool TryRead(RouteValueDictionary values, out TileFile file)
    {
        file = default;
        if (!RouteText.TryReadNumber((string?)values["z"], out var z) || z > MaxZoom || !RouteText.TryReadNumber((string?)values["x"], out var x))
            return false;

        var name = ((string?)values["file"]).AsSpan();
        string? extension = null;
        if (name.IndexOf('.') is >= 0 and var dot)
        {
            extension = Known(name[(dot + 1)..]);
            name = name[..dot];
            if (extension is null)
                return false;
        }

        var highDpi = name.EndsWith(HighDpiMark, StringComparison.Ordinal);
        if (!RouteText.TryReadNumber(highDpi ? name[..^HighDpiMark.Length] : name, out var y) || x >> z != 0 || y >> z != 0)
            return false;

        file = new(new TileCoordinate(z, x, y), highDpi, extension);
        return true;
    }

    private static string? Known(ReadOnlySpan<char> extension) => extension switch
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
