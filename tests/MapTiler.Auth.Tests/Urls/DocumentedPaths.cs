using System.Text.RegularExpressions;

namespace MapTiler.Tests.Urls;

/// <summary>The paths that MapTiler documents for api.maptiler.com.</summary>
internal static class DocumentedPaths
{
    public static readonly IReadOnlyList<DocumentedPath> Paths =
    [
        new("/maps/{mapId}/"),
        new("/maps/{mapId}/style.json"),
        new("/maps/{mapId}/sprite{scale}.{format}"),
        new("/maps/{mapId}/{z}/{x}/{y}{scale}.{format}"),
        new("/maps/{mapId}/256/{z}/{x}/{y}{scale}.{format}"),
        new("/maps/{mapId}/tiles.json"),
        new("/maps/{mapId}/256/tiles.json"),
        new("/maps/{mapId}/WMTSCapabilities.xml"),
        new("/maps/{mapId}/tiles"),
        new("/maps/{mapId}/tileMatrixSet"),
        new("/maps/{mapId}/static/{lon},{lat},{zoom}/{width}x{height}{scale}.{format}"),
        new("/maps/{mapId}/static/{minx},{miny},{maxx},{maxy}/{width}x{height}{scale}.{format}"),
        new("/maps/{mapId}/static/auto/{width}x{height}{scale}.{format}"),
        new("/tiles/{tilesId}/"),
        new("/tiles/{tilesId}/{z}/{x}/{y}"),
        new("/tiles/{tilesId}/tiles.json"),
        new("/tiles/{tilesId}/WMTSCapabilities.xml"),
        new("/tiles/{tilesId}/tiles"),
        new("/tiles/{tilesId}/tileMatrixSet"),
        new("/ogc/conformance"),
        new("/maps/{mapId}/tiles/{tileMatrixSetId}"),
        new("/tiles/{tilesId}/tiles/{tileMatrixSetId}"),
        new("/conformance"),
        new("/fonts/{fontstack}/{start}-{end}.pbf"),
        new("/sprites/{spriteId}/sprite{scale}.{format}"),
        new("/data/{dataId}/features.json"),
        new("/images/{imageId}/image.json"),
        new("/images/{imageId}/{z}/{x}/{y}"),
        new("/geocoding/{query}.json"),
        new("/geocoding/{longitude},{latitude}.json"),
        new("/geocoding/{id}.json"),
        new("/geocoding/{queries}.json"),
        new("/geolocation/ip.json"),
        new("/elevation/{locations}.json"),
        new("/coordinates/search/{query}.json"),
        new("/coordinates/transform/{coordinates}.json"),
        new("/weather/latest.json"),
    ];
}

/// <summary>A path with its parameters in braces.</summary>
internal sealed record DocumentedPath(string Template)
{
    private readonly Regex _pattern = new("^" + Regex.Replace(Regex.Escape(Template), @"\\\{(\w+)}", match => match.Groups[1].Value switch
    {
        "scale" => "(@2x)?",
        "queries" or "locations" or "coordinates" => "[^/]+;[^/]+",
        "fontstack" => "[^/]+",
        _ => "[^/,;]+",
    }) + "$");

    public bool Matches(string path) => _pattern.IsMatch(path);
}
