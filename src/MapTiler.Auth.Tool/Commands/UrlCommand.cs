using System.CommandLine;
using MapTiler.Maps;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler url</c> prints a URL with the credential of the account. It sends no request.</summary>
internal static class UrlCommand
{
    private static readonly Option<bool> WithoutCredential = new("--without-credential") { Description = "Print the URL without the API key or signature", Recursive = true };

    public static Command Create()
    {
        var map = Arguments.MapId();
        var tileset = Arguments.TilesetId();
        var tile = Arguments.Tile();
        var location = Arguments.Location();
        var query = new Argument<string>("query") { Description = "What to search" };
        var fontstack = new Argument<string>("fontstack") { Description = "The fonts, such as 'Noto Sans Regular'" };
        var start = new Argument<int>("start") { Description = "The first character of the range: 0, 256, 512, ..." };
        var highDpi = new Option<bool>("--hidpi") { Description = "An image with twice the pixels" };
        var tileSize = new Option<int>("--tile-size") { Description = "512 or 256 pixels", DefaultValueFactory = _ => 512 };
        var format = new Option<ImageFormat>("--format") { Description = "The format of the image" };
        RasterTileOptions Raster(Session s) => new() { TileSize = s.Get(tileSize), HighDpi = s.Get(highDpi), Format = s.Get(format) };

        return new("url", "Print a URL with the credential, for a browser, curl or a GIS application")
        {
            WithoutCredential,
            Kind("style", "The style JSON of a map", [map], (s, urls) => urls.StyleJson(s.Get(map))),
            Kind("viewer", "The page that shows a map", [map], (s, urls) => urls.MapViewer(s.Get(map))),
            Kind("map-tile", "A raster tile of a map", [map, tile, tileSize, highDpi, format], (s, urls) => urls.MapTile(s.Get(map), s.Get(tile), Raster(s))),
            Kind("map-tiles", "The template of the raster tiles of a map, with {z}/{x}/{y}", [map, tileSize, highDpi, format], (s, urls) => urls.MapTileTemplate(s.Get(map), Raster(s)).Template),
            Kind("wmts", "The WMTS document of a map, for QGIS and ArcGIS", [map], (s, urls) => urls.MapWmtsCapabilities(s.Get(map))),
            Kind("tilejson", "The TileJSON of a tileset", [tileset], (s, urls) => urls.TileJson(s.Get(tileset))),
            Kind("tile", "A tile of a tileset", [tileset, tile], (s, urls) => urls.Tile(s.Get(tileset), s.Get(tile))),
            Kind("tiles", "The template of the tiles of a tileset, with {z}/{x}/{y}", [tileset], (s, urls) => urls.TileTemplate(s.Get(tileset)).Template),
            Kind("glyphs", "A range of glyphs of a font", [fontstack, start], (s, urls) => urls.Glyphs(s.Get(fontstack), s.Get(start))),
            Kind("geocode", "A search for a place", [query], (s, urls) => urls.GeocodingSearch(s.Get(query))),
            Kind("reverse", "The places at a location", [location], (s, urls) => urls.GeocodingReverse(s.Get(location))),
        };
    }

    private static Command Kind(string name, string description, Symbol[] symbols, Func<Session, MapTilerUrlBuilder, Uri> build) =>
        Kind(name, description, symbols, (session, urls) => build(session, urls).AbsoluteUri);

    private static Command Kind(string name, string description, Symbol[] symbols, Func<Session, MapTilerUrlBuilder, string> build)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
                command.Options.Add(option);
            else
                command.Arguments.Add((Argument)symbol);
        }

        return command.Runs(session =>
        {
            var urls = session.Get(WithoutCredential) ? new(Setting.Read("MAPTILER_BASE_ADDRESS") is { } address ? new Uri(address) : null) : session.Account.Urls;
            session.Output.WriteUrl(build(session, urls));
            return ExitCode.Ok;
        });
    }
}

/// <summary>The JSON of the commands <c>url</c> and <c>sign</c>.</summary>
/// <param name="Url">The URL, with the credential.</param>
internal sealed record UrlResult(string Url);
