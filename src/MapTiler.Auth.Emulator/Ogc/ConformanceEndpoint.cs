namespace MapTiler.Emulator;

/// <summary>Which classes of OGC API - Tiles are met, at both paths of MapTiler's documentation.</summary>
internal sealed class ConformanceEndpoint : Endpoint
{
    private static readonly string[] Classes =
    [
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
    ];

    public override bool Matches(string rawPath) => rawPath is "/ogc/conformance" or "/conformance";

    public override Response? Respond(IncomingRequest request) => JsonResponse.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("conformsTo");
        foreach (var uri in Classes)
            json.WriteStringValue(uri);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
