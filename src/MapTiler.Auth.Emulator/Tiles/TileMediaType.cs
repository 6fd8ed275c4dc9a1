namespace MapTiler.Emulator;

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
