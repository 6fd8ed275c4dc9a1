namespace MapTiler.Emulator;

/// <summary>The sprite of a map: a single transparent pixel. The one resource that needs no key.</summary>
internal sealed class SpriteEndpoint(MapCatalogue maps) : MapEndpoint(maps)
{
    private static readonly byte[] TransparentPixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static readonly byte[] Index = """{"dot":{"x":0,"y":0,"width":1,"height":1,"pixelRatio":1}}"""u8.ToArray();

    public override bool NeedsKey => false;

    protected override bool IsResource(string resource) =>
        resource is "sprite.json" or "sprite.png" or "sprite@2x.json" or "sprite@2x.png";

    protected override Answer Respond(IncomingRequest request, string mapId, string resource) =>
        resource.EndsWith(".png", StringComparison.Ordinal)
            ? new() { Status = 200, ContentType = "image/png", Body = TransparentPixel, IsCacheable = true }
            : Answer.Json(Index);
}
