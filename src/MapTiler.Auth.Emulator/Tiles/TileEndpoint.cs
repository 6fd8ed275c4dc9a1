using System.Text.RegularExpressions;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Viewers;

namespace MapTiler.Emulator.Tiles;

/// <summary><c>/tiles/{tilesId}/{z}/{x}/{y}</c>, with an extension or without.</summary>
internal sealed partial class TileEndpoint(TilesetCatalog tilesets) : ResourceEndpoint("tiles")
{
    protected override bool IsResource(string resource) => Pattern().IsMatch(resource);

    protected override Response? Respond(IncomingRequest request, string id, string resource)
    {
        if (tilesets.Find(id) is not { } tileset)
            return null;

        var parts = Pattern().Match(resource).Groups;
        var description = tileset.Description;
        var tile = TileCoordinate.Parse(parts[1].Value, parts[2].Value, parts[3].Value, description.MinZoom, description.MaxZoom)
            ?? throw new InvalidParameterException("tile (out of bounds)");
        if (parts[4].Success && parts[4].Value != description.Format)
            throw new InvalidParameterException("format");

        var content = tilesets.Render(id, tileset, tile);
        if (content is null && !(description.IsVector && tilesets.IsBuiltIn(id)))
            return Response.NoTile;
        return Response.Bytes(description.MediaType, content, cost: 1) with
        {
            LastModified = tilesets.LastModified(id, tileset),
            IsCompressible = description.IsVector,
        };
    }

    [GeneratedRegex(@"^(-?\d+)/(-?\d+)/(-?\d+)(?:\.(\w+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

/// <summary><c>/tiles/{tilesId}/</c>: the page that shows a tileset, and what is in its layers.</summary>
internal sealed class TilesetViewerEndpoint(TilesetCatalog tilesets) : ResourceEndpoint("tiles")
{
    protected override bool IsResource(string resource) => resource.Length == 0;

    protected override Response? Respond(IncomingRequest request, string id, string resource) =>
        tilesets.Find(id)?.Description is { } description
            ? Viewer.Show(description, new TilesetLinks(request, "tiles", id, null, description.Format).Tiles("{z}", "{x}", "{y}"))
            : null;
}
