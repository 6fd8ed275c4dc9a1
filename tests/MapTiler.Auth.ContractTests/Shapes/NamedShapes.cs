namespace MapTiler.ContractTests;

/// <summary>The shapes that more than one fact uses. A member that is written without <c>?</c> is always there.</summary>
internal static class NamedShapes
{
    private static readonly Dictionary<string, string> All = new()
    {
        ["Uuid"] = "/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/",
        ["Time"] = @"/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/",
        ["Date"] = @"/^\d{4}-\d\d-\d\d$/",
        ["Bounds"] = "[number, number, number, number]",
        ["Longitude"] = "-180..180",
        ["Latitude"] = "-90..90",
        ["LngLat"] = "[Longitude, Latitude]",
        ["Language"] = "/^[a-z]{2}$/",

        // The credit in HTML, with both links.
        ["Credit"] = "'*" +
            """<a href="https://www.maptiler.com/copyright/" target="_blank">&copy; MapTiler</a> """ +
            """<a href="https://www.openstreetmap.org/copyright" target="_blank">&copy; OpenStreetMap contributors</a>""" +
            "*'",

        ["Style"] = """
            {
              version: 8, id: string, name: string, sources: { /./: Source }, layers: [Layer+], metadata: any,
              glyphs: '*/fonts/{fontstack}/{range}.pbf?key=*', sprite: Sprite, bearing: number, pitch: number, center: LngLat, zoom: number
            }
            """,
        ["Source"] = "TilesetSource | CreditSource",
        ["TilesetSource"] = "{ url: '*/tiles/*/tiles.json?key=*', type: 'vector' | 'raster' | 'raster-dem' }",
        ["CreditSource"] = "{ attribution: Credit, type: 'vector' }",
        ["Layer"] = """
            {
              id: string, type: 'background' | 'fill' | 'line' | 'symbol' | 'circle' | 'fill-extrusion' | 'raster' | 'hillshade',
              source?: string, source-layer?: string, minzoom?: number, maxzoom?: number, filter?: any, layout?: any, paint?: any, metadata?: any
            }
            """,
        ["Sprite"] = "'*/maps/*/sprite' | '*/sprites/*/sprite' | [{ id: string, url: '*/sprites/*/sprite' }+]",
        ["SpriteIndex"] = "{ /./: { width: integer, height: integer, x: integer, y: integer, pixelRatio: number, sdf: boolean } }",

        // Only what the clients of MapTiler read is required.
        ["TileJson"] = """
            {
              tilejson: string, name: string, format: string, tiles: ['*/{z}/{x}/{y}*?key=*'+], minzoom: integer, maxzoom: integer,
              bounds: Bounds, center: [number, number, number], ...
            }
            """,
        ["VectorTileJson"] = "{ format: 'pbf', vector_layers: [{ id: string, fields: { /./?: string }, ... }+], ... }",

        ["SearchResults"] = "{ type: 'FeatureCollection', features: [Feature], query: [string | number], attribution: string }",
        ["Feature"] = """
            {
              type: 'Feature', id: FeatureId, text: string, place_name: string, place_type: [PlaceType], place_type_name: [string | null],
              relevance: 0..1, bbox: Bounds, center: LngLat, geometry: Geometry, properties: FeatureProperties, context?: [Context],
              language?: Language, address?: string, matching_text?: string, matching_place_name?: string,
              /^text_\w\w$/?: string, /^language_\w\w$/?: Language, /^place_name_\w\w$/?: string, ...
            }
            """,
        ["FeatureId"] = @"/^[a-z_]+\.\d+$/",
        ["PlaceType"] = """
            'continental_marine' | 'country' | 'major_landform' | 'region' | 'subregion' | 'county' | 'joint_municipality' | 'joint_submunicipality' |
            'municipality' | 'municipal_district' | 'locality' | 'neighbourhood' | 'place' | 'postal_code' | 'address' | 'road' | 'poi'
            """,
        ["Geometry"] = """
            { type: 'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon', coordinates: any } |
            { type: 'GeometryCollection', geometries: any }
            """,
        ["FeatureProperties"] = """
            {
              ref: string, country_code?: Language, kind?: string, categories?: [string+], feature_tags?: { /./?: string }, place_designation?: string,
              wikidata?: /^Q\d+$/, place_type_name?: [string | null], ...
            }
            """,
        ["Context"] = """
            {
              id: FeatureId, text: string, ref?: string, country_code?: Language, kind?: string, wikidata?: /^Q\d+$/, language?: Language,
              categories?: [string], /^text_\w\w$/?: string, /^language_\w\w$/?: Language, ...
            }
            """,

        ["ImageDescription"] = """
            {
              id?: string, description?: string, attribution?: string, width: integer, height: integer, minzoom: integer, maxzoom: integer,
              tileSize: integer
            }
            """,

        ["CoordinateItem"] = """
            {
              id: { authority: string, code: integer }, kind: string, name: string, deprecated: boolean, accuracy?: number, area?: string,
              bbox?: Bounds, unit?: string, default_transformation?: { authority: string, code: integer }, exports?: { proj4?: string, wkt?: string },
              transformations?: [integer | CoordinateTransformation]
            }
            """,
        ["CoordinateTransformation"] = """
            {
              id: { authority: string, code: integer }, name: string, reversible: boolean, grids: [{ path: string }], usable: boolean,
              deprecated: boolean, accuracy?: number, area?: string, bbox?: Bounds, exports?: { proj4?: string, wkt?: string },
              target_crs?: { authority: string, code: integer }, unit?: string
            }
            """,
        ["WeatherVariable"] = """
            {
              spatial_ref_sys?: { auth_name: string, auth_srid: string, wkt?: string }, bounds: Bounds, tile_format?: string,
              tile_matrix_set: { bounds: Bounds, items: [TileMatrix+] }, metadata: { weather_variable: WeatherMetadata, ... },
              keyframes: [{ id: Uuid, timestamp: Time }+], ...
            }
            """,
        ["TileMatrix"] = """
            {
              zoom_level: integer, matrix_width: integer, matrix_height: integer, tile_width: integer, tile_height: integer,
              pixel_x_size: number, pixel_y_size: number
            }
            """,
        ["WeatherMetadata"] = """
            {
              name?: string, description?: string, attribution?: string, variable_id?: string, unit?: string, release_timestamp?: Time, timestamp?: Time,
              decoding?: { channels: 'r' | 'g' | 'b' | 'rg' | 'rb' | 'gb' | 'rgb', min: number, max: number }, ...
            }
            """,

        ["OgcLink"] = "{ href: '*/*', rel: string, type?: string, title?: string, templated?: boolean, ... }",
        ["OgcTileset"] = "{ dataType: 'map' | 'vector', links: [OgcLink+], ... }",

        ["ServiceErrors"] = "{ errors: [{ message: string, type?: string }+] }",
        ["AccountKey"] = """
            {
              id: Uuid, token: string, name?: string, description: string | null, user_agent: string | null, origins: [string],
              created: Time, changed: Time
            }
            """,
        ["AccountTileset"] = "{ id: Uuid, title: string, description: string, attribution: string | null }",
        ["Ingest"] = """
            {
              id: Uuid, document_id: Uuid | null, state: 'upload' | 'processing' | 'completed' | 'canceled' | 'failed', filename: string,
              size: number, progress: 0..100, errors: [{ message: string, type?: string }] | null, upload?: Upload | null, upload_url?: string | null
            }
            """,
        ["Upload"] = "{ type: 's3_multipart', part_size: integer, parts: [{ part_id: integer, url: 'http*' }+] }",
        ["Timeline"] = """
            {
              since: Date, until: Date, legend: [Legend],
              datasets: [{ group_id: UsageGroup, item_id: string, data: [Usage], estimated_data?: Usage }]
            }
            """,
        ["Top"] = """
            { since: Date, until: Date, legend: [Legend], datasets: [{ group_id: UsageGroup, data: [{ item_id: string, value: integer }] }] }
            """,
        ["Usage"] = "{ date: Date, value: integer }",
        ["Legend"] = "{ item_id: string, label: string, description: string | null }",
        ["UsageGroup"] = "'request' | 'session' | 'export'",
    };

    public static string Of(string name) =>
        All.TryGetValue(name, out var shape) ? shape : throw new FormatException($"There is no shape of the name '{name}'.");
}
