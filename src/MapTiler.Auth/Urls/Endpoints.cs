namespace MapTiler.Urls;

/// <summary>An endpoint of the service, for telemetry, errors and tests.</summary>
/// <param name="Template">The path with its parameters in braces.</param>
/// <param name="Cost">The number of requests that MapTiler bills for a call, or for each item of a batch.</param>
/// <param name="BatchLimit">The maximum number of items in a request.</param>
/// <param name="IsPage">Whether a streamed response can be text, and not only an image or a tile.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="HoldsSecrets">Whether the response contains API keys or upload URLs, so that it must not be part of an error message.</param>
internal sealed record Endpoint(string Template, int Cost, int BatchLimit = 1, bool IsPage = false, string Method = "GET", bool HoldsSecrets = false)
{
    public string ActivityName { get; } = Method + " " + Template;

    /// <summary>The path before the first parameter, which is where the items of a batch start.</summary>
    public string ItemsPath { get; } = Template.Split('{')[0];
}

/// <summary>
/// The endpoints of the service. Costs are those of https://documentation.maptiler.com/hc/en-us/articles/6576861156753. A request that is not
/// listed there costs 1; metadata of another resource costs 0.
/// </summary>
internal static class Endpoints
{
    public static readonly Endpoint MapStyle = new("/maps/{mapId}/style.json", Cost: 0);
    public static readonly Endpoint MapTile = new("/maps/{mapId}/{z}/{x}/{y}{scale}.{format}", Cost: 4);
    public static readonly Endpoint MapTile256 = new("/maps/{mapId}/256/{z}/{x}/{y}{scale}.{format}", Cost: 1);
    public static readonly Endpoint MapTileJson = new("/maps/{mapId}/tiles.json", Cost: 0);
    public static readonly Endpoint MapTileJson256 = new("/maps/{mapId}/256/tiles.json", Cost: 0);
    public static readonly Endpoint MapSprite = new("/maps/{mapId}/sprite{scale}.{format}", Cost: 0);
    public static readonly Endpoint MapWmtsCapabilities = new("/maps/{mapId}/WMTSCapabilities.xml", Cost: 0);
    public static readonly Endpoint MapOgcTiles = new("/maps/{mapId}/tiles", Cost: 0);
    public static readonly Endpoint MapOgcTileset = new("/maps/{mapId}/tiles/{tileMatrixSetId}", Cost: 0);
    public static readonly Endpoint MapOgcTileMatrixSet = new("/maps/{mapId}/tileMatrixSet", Cost: 0);
    public static readonly Endpoint StaticMap = new("/maps/{mapId}/static/{area}/{width}x{height}{scale}.{format}", Cost: 15);

    public static readonly Endpoint Tile = new("/tiles/{tilesId}/{z}/{x}/{y}", Cost: 1);
    public static readonly Endpoint TileJson = new("/tiles/{tilesId}/tiles.json", Cost: 0);
    public static readonly Endpoint TilesetWmtsCapabilities = new("/tiles/{tilesId}/WMTSCapabilities.xml", Cost: 0);
    public static readonly Endpoint TilesetOgcTiles = new("/tiles/{tilesId}/tiles", Cost: 0);
    public static readonly Endpoint TilesetOgcTileset = new("/tiles/{tilesId}/tiles/{tileMatrixSetId}", Cost: 0);
    public static readonly Endpoint TilesetOgcTileMatrixSet = new("/tiles/{tilesId}/tileMatrixSet", Cost: 0);
    public static readonly Endpoint OgcConformance = new("/ogc/conformance", Cost: 0);
    public static readonly Endpoint Conformance = new("/conformance", Cost: 0);

    public static readonly Endpoint Glyphs = new("/fonts/{fontstack}/{start}-{end}.pbf", Cost: 0);
    public static readonly Endpoint Sprite = new("/sprites/{spriteId}/sprite{scale}.{format}", Cost: 0);
    public static readonly Endpoint ImageJson = new("/images/{imageId}/image.json", Cost: 0);
    public static readonly Endpoint ImageTile = new("/images/{imageId}/{z}/{x}/{y}", Cost: 1);
    public static readonly Endpoint DataFeatures = new("/data/{dataId}/features.json", Cost: 1, IsPage: true);

    public static readonly Endpoint GeocodingSearch = new("/geocoding/{query}.json", Cost: 1);
    public static readonly Endpoint GeocodingReverse = new("/geocoding/{longitude},{latitude}.json", Cost: 1);
    public static readonly Endpoint GeocodingById = new("/geocoding/{id}.json", Cost: 1);
    public static readonly Endpoint GeocodingBatch = new("/geocoding/{queries}.json", Cost: 1, BatchLimit: 50);
    public static readonly Endpoint Geolocation = new("/geolocation/ip.json", Cost: 1);
    public static readonly Endpoint Elevation = new("/elevation/{locations}.json", Cost: 1, BatchLimit: 50);
    public static readonly Endpoint CoordinateSearch = new("/coordinates/search/{query}.json", Cost: 1);
    public static readonly Endpoint CoordinateTransform = new("/coordinates/transform/{coordinates}.json", Cost: 1, BatchLimit: 50);
    public static readonly Endpoint Weather = new("/weather/latest.json", Cost: 1);

    public static readonly Endpoint ApiKeys = new("/v1/api_keys", Cost: 0, HoldsSecrets: true);
    public static readonly Endpoint ApiKeyCreate = new("/v1/api_keys", Cost: 0, Method: "POST", HoldsSecrets: true);
    public static readonly Endpoint ApiKey = new("/v1/api_keys/{key_id}", Cost: 0, HoldsSecrets: true);
    public static readonly Endpoint ApiKeyChange = new("/v1/api_keys/{key_id}/change_settings", Cost: 0, Method: "POST", HoldsSecrets: true);
    public static readonly Endpoint ApiKeyDelete = new("/v1/api_keys/{key_id}", Cost: 0, Method: "DELETE");
    public static readonly Endpoint UsageTimeline = new("/v1/analytics/api_usage/timeline", Cost: 0);
    public static readonly Endpoint UsageTop = new("/v1/analytics/api_usage/top", Cost: 0);
    public static readonly Endpoint Tilesets = new("/v1/tiles", Cost: 0);
    public static readonly Endpoint Tileset = new("/v1/tiles/{document_id}", Cost: 0);
    public static readonly Endpoint TilesetChange = new("/v1/tiles/{document_id}/change_metadata", Cost: 0, Method: "POST");
    public static readonly Endpoint TilesetDelete = new("/v1/tiles/{document_id}", Cost: 0, Method: "DELETE");
    public static readonly Endpoint IngestCreate = new("/v1/datasets/ingest", Cost: 0, Method: "POST", HoldsSecrets: true);
    public static readonly Endpoint IngestReplace = new("/v1/datasets/{document_id}/ingest", Cost: 0, Method: "POST", HoldsSecrets: true);
    public static readonly Endpoint Ingest = new("/v1/datasets/ingest/{ingest_id}", Cost: 0, HoldsSecrets: true);
    public static readonly Endpoint IngestProcess = new("/v1/datasets/ingest/{ingest_id}/process", Cost: 0, Method: "POST", HoldsSecrets: true);
    public static readonly Endpoint IngestCancel = new("/v1/datasets/ingest/{ingest_id}/cancel", Cost: 0, Method: "POST", HoldsSecrets: true);

    public static readonly Endpoint OgcLink = new("/{link}", Cost: 0);

    /// <summary>A request of the application to a path that no client has a method for.</summary>
    public static readonly Endpoint Other = new("/{path}", Cost: 1, IsPage: true);
}
