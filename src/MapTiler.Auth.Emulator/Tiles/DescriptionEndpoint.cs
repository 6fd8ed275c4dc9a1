namespace MapTiler.Emulator;

/// <summary>A description of tiles, at the same path for maps and for tile sets, and before it a tile size where the service has several.</summary>
internal abstract class DescriptionEndpoint(TilesetSource source, params string[] resources) : ResourceEndpoint(source.Service)
{
    private const char Separator = '/';

    protected override bool IsResource(string resource) =>
        resources.Contains(resource) || (TileSize(resource) is { } size && resources.Contains(resource[(size.Length + 1)..]));

    protected override Response? Respond(IncomingRequest request, string id, string resource)
    {
        var size = resources.Contains(resource) ? null : TileSize(resource);
        return source.Describe(id, size) is { } description
            ? Write(description, new(request, source.Service, id, size, description.Format))
            : null;
    }

    protected abstract Response Write(TilesetDescription description, TilesetLinks links);

    private static string? TileSize(string resource) =>
        resource.IndexOf(Separator, StringComparison.Ordinal) is var slash and > 0 && resource.AsSpan(0, slash).ContainsAnyExceptInRange('0', '9') is false
            ? resource[..slash]
            : null;
}
