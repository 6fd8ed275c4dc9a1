using System.Text.RegularExpressions;
using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Tiles;

namespace MapTiler.Emulator.Maps;

/// <summary><c>/maps/{mapId}/{256/}{z}/{x}/{y}{@2x}.{format}</c>: a map as images.</summary>
internal sealed partial class RasterTileEndpoint(MapCatalog maps, MapPainter painter) : MapEndpoint(maps)
{
    private const int Size = 512;
    private const int SmallSize = 256;
    private const int Cost = 4;
    private const int SmallCost = 1;

    public override bool RejectsWithImage => true;

    /// <summary>Every plan has the tiles of built-in maps.</summary>
    public override bool NeedsPaidPlan(string rawPath) => Read(rawPath) is var (id, _) && Maps.IsCustom(id);

    protected override bool IsResource(string resource) => Pattern().IsMatch(resource);

    protected override Response Draw(IncomingRequest request, string mapId, string resource)
    {
        var parts = Pattern().Match(resource).Groups;
        var tile = TileCoordinate.Parse(parts["z"].Value, parts["x"].Value, parts["y"].Value, 0, MapCatalog.MaxZoom)
            ?? throw new InvalidParameterException("tile (out of bounds)");
        var format = parts["format"].Value;
        var mediaType = ImageFormat.MediaType(format) ?? throw new InvalidParameterException("format");

        var isSmall = parts["size"].Success;
        var size = isSmall ? SmallSize : Size;
        var image = RasterImage.Draw(size, size, parts["scale"].Success ? 2 : 1, format, canvas =>
            painter.Paint(canvas, new(tile.Bounds, size, size), MapTheme.For(mapId)));
        return Response.Bytes(mediaType, image, isSmall ? SmallCost : Cost);
    }

    [GeneratedRegex(@"^(?<size>256/)?(?<z>-?\d+)/(?<x>-?\d+)/(?<y>-?\d+)(?<scale>@2x)?\.(?<format>\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
