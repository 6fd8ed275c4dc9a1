using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tiles;

/// <summary>Tiles behind one id.</summary>
internal abstract class Tileset
{
    public abstract TilesetDescription Description { get; }

    /// <summary>The tile, or null if there is none. The zoom level is within the range of the description.</summary>
    public abstract byte[]? Render(TileCoordinate tile);
}

/// <summary>A tileset that a test added.</summary>
internal sealed class AddedTileset(EmulatedTileset tileset) : Tileset
{
    public override TilesetDescription Description { get; } = new()
    {
        Name = tileset.Name,
        Description = tileset.Description,
        Attribution = tileset.Attribution,
        Format = tileset.Format,
        MinZoom = tileset.MinZoom,
        MaxZoom = tileset.MaxZoom,
        VectorLayers = [.. tileset.VectorLayers.Select(id => new VectorLayer(id))],
    };

    public override byte[]? Render(TileCoordinate tile) => tileset.Tiles(tile.Z, tile.X, tile.Y);
}

/// <summary>What all descriptions of a tile pyramid (TileJSON, WMTS, OGC) are written from.</summary>
internal sealed record TilesetDescription
{
    /// <summary>The credit of the data that the emulator has.</summary>
    public const string OpenDataAttribution =
        "<a href=\"https://www.naturalearthdata.com/\" target=\"_blank\">Made with Natural Earth</a> "
        + "<a href=\"https://www.geonames.org/\" target=\"_blank\">&copy; GeoNames</a>";

    /// <summary>The credit that the service sends for MapTiler Planet, and after it that of the data.</summary>
    public const string PlanetAttribution =
        "<a href=\"https://www.maptiler.com/copyright/\" target=\"_blank\">&copy; MapTiler</a> "
        + "<a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap contributors</a> " + OpenDataAttribution;

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public string? Attribution { get; init; } = OpenDataAttribution;

    /// <summary>The extension of its tiles.</summary>
    public required string Format { get; init; }

    public int MinZoom { get; init; }

    public required int MaxZoom { get; init; }

    public int TileSize { get; init; } = 512;

    public BoundingBox Bounds { get; init; } = new(-180, -WebMercator.MaxLatitude, 180, WebMercator.MaxLatitude);

    public IReadOnlyList<VectorLayer> VectorLayers { get; init; } = [];

    /// <summary>The time of the data. By default, when the data of the emulator was made.</summary>
    public DateTimeOffset LastModified { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public bool IsVector => Format == "pbf";

    public string MediaType => TileMediaType.Of(Format);
}

/// <summary>The content types of tiles.</summary>
internal static class TileMediaType
{
    public static string Of(string format) => format switch
    {
        "pbf" => "application/x-protobuf",
        "json" or "geojson" => Response.JsonType,
        _ => ImageFormat.MediaType(format) ?? "application/octet-stream",
    };
}
