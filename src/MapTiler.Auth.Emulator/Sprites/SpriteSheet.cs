using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Sprites;

/// <summary>Icons in one image, row by row.</summary>
internal sealed class SpriteSheet
{
    private const int MaxWidth = 512;

    private readonly List<(SpriteIcon Icon, int Left, int Top)> _positions = [];
    private readonly ConcurrentDictionary<int, byte[]> _images = new();
    private readonly (int Width, int Height) _size;

    private SpriteSheet(params IEnumerable<SpriteIcon> icons)
    {
        var (left, top, bottom, right) = (0, 0, 0, 0);
        foreach (var icon in icons)
        {
            if (left + icon.Width > MaxWidth)
                (left, top) = (0, bottom);
            _positions.Add((icon, left, top));
            left += icon.Width;
            (right, bottom) = (Math.Max(right, left), Math.Max(bottom, top + icon.Height));
        }

        _size = (right, bottom);
    }

    /// <summary>The sheet of maps that share none.</summary>
    public static SpriteSheet All { get; } = new([.. SpriteIcons.General, .. SpriteIcons.Transportation, .. SpriteIcons.Misc]);

    /// <summary>The sheets with ids of their own.</summary>
    public static IReadOnlyDictionary<string, SpriteSheet> Shared { get; } = new Dictionary<string, SpriteSheet>(StringComparer.Ordinal)
    {
        ["general"] = new(SpriteIcons.General),
        ["transportation"] = new(SpriteIcons.Transportation),
        ["misc"] = new(SpriteIcons.Misc),
        [SpriteIds.Base] = All,
        [SpriteIds.OpenStreetMap] = All,
    };

    public byte[] Image(int pixelRatio) => _images.GetOrAdd(pixelRatio, Draw);

    public Response Index(int pixelRatio) => JsonResponse.Of(new JsonObject(_positions.Select(place => KeyValuePair.Create(place.Icon.Name, (JsonNode?)new JsonObject
    {
        ["width"] = place.Icon.Width * pixelRatio,
        ["height"] = place.Icon.Height * pixelRatio,
        ["x"] = place.Left * pixelRatio,
        ["y"] = place.Top * pixelRatio,
        ["pixelRatio"] = pixelRatio,
        ["sdf"] = place.Icon.IsSdf,
    }))));

    private byte[] Draw(int pixelRatio) => RasterImage.Draw(_size.Width, _size.Height, pixelRatio, "png", canvas =>
    {
        foreach (var (icon, left, top) in _positions)
            icon.Draw(canvas, left, top, pixelRatio);
    });
}

/// <summary>The ids of sprite sheets that several maps share, as styles of MapTiler name them.</summary>
internal static class SpriteIds
{
    public const string Base = "019d2471-bb09-76a3-8579-649eaf1aac38";
    public const string OpenStreetMap = "019d2471-bb09-76a3-8579-65d9425a91f6";
}
