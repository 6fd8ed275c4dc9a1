using System.Text.Json.Nodes;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Tiles;

namespace MapTiler.Emulator.Images;

/// <summary><c>/images/{imageId}/image.json</c>: the size of an image and of its pyramid.</summary>
internal sealed class ImageEndpoint(ImageCatalog images) : ResourceEndpoint("images")
{
    protected override bool IsResource(string resource) => resource == "image.json";

    protected override Response? Respond(IncomingRequest request, string id, string resource) =>
        images.Find(id) is { } image ? JsonResponse.Of(Describe(image)) : null;

    private static JsonObject Describe(EmulatedImage image)
    {
        var description = new JsonObject { ["id"] = image.Id };
        if (image.Description is not null)
            description["description"] = image.Description;
        if (image.Attribution is not null)
            description["attribution"] = image.Attribution;
        description["width"] = image.Width;
        description["height"] = image.Height;
        description["minzoom"] = 0;
        description["maxzoom"] = image.MaxZoom;
        description["tileSize"] = image.TileSize;
        return description;
    }
}

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

/// <summary>The images that a test added.</summary>
internal sealed class ImageCatalog
{
    private readonly ConcurrentDictionary<string, EmulatedImage> _images = new(StringComparer.Ordinal);

    public void Add(EmulatedImage image) => _images[image.Id] = image;

    public EmulatedImage? Find(string id) => _images.GetValueOrDefault(id);
}
