using System.Text.Json;
using MapTiler.AspNetCore.Endpoints;

namespace MapTiler.AspNetCore.Documents;

/// <summary>A resource whose URL is in the style of a map: a tileset, a dataset, or a sprite.</summary>
/// <param name="Folder">The first segment of its path: <see cref="Tileset"/>, <see cref="Dataset"/>, <see cref="Sprite"/> or <see cref="MapSprite"/>.</param>
/// <param name="Id">The second segment of its path.</param>
internal readonly record struct MapPart(string Folder, string Id)
{
    public const string Tileset = "tiles";
    public const string Dataset = "data";
    public const string Sprite = "sprites";
    public const string MapSprite = "maps";

    /// <summary>Returns the parts of a style whose URLs start with the base URL of the endpoints.</summary>
    public static IEnumerable<MapPart> ReadAll(ReadOnlySpan<byte> style, string baseUrl)
    {
        var parts = new HashSet<MapPart>();
        var reader = ResponseJson.Reader(style);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.GetString() is { } url && url.StartsWith(baseUrl, StringComparison.Ordinal) && Read(url.AsSpan(baseUrl.Length)) is { } part)
                parts.Add(part);
        }

        return parts;
    }

    /// <param name="path">The part of a URL after the base URL, such as <c>/tiles/v4/tiles.json</c>.</param>
    private static MapPart? Read(ReadOnlySpan<char> path)
    {
        Span<Range> segments = stackalloc Range[4];
        if (path.Split(segments, '/') < 4 || !path[segments[0]].IsEmpty)
            return null;

        var id = path[segments[2]].ToString();
        string? folder = path[segments[1]] switch
        {
            Tileset => Tileset,
            Dataset => Dataset,
            Sprite => Sprite,
            MapSprite when path[segments[3]].StartsWith("sprite", StringComparison.Ordinal) => MapSprite,
            _ => null,
        };
        return folder is not null && RequestPath.IsId(id) ? new(folder, id) : null;
    }
}
