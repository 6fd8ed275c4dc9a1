using System.Text.RegularExpressions;

namespace MapTiler.Emulator;

/// <summary><c>/images/{imageId}/{z}/{x}/{y}</c>, without an extension.</summary>
internal sealed partial class ImageTileEndpoint(ImageCatalog images) : ResourceEndpoint("images")
{
    protected override bool IsResource(string resource) => Pattern().IsMatch(resource);

    protected override Response? Respond(IncomingRequest request, string id, string resource)
    {
        if (images.Find(id) is not { } image)
            return null;

        var parts = Pattern().Match(resource).Groups;
        var tile = TileCoordinate.Parse(parts[1].Value, parts[2].Value, parts[3].Value, 0, image.MaxZoom)
            ?? throw new InvalidParameterException("tile (out of bounds)");
        return image.Render(tile) is { } content ? Response.Bytes("image/png", content, cost: 1) : Response.NoTile;
    }

    [GeneratedRegex(@"^(-?\d+)/(-?\d+)/(-?\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
