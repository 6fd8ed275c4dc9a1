namespace MapTiler.Emulator;

/// <summary>Something at <c>/maps/{mapId}/{resource}</c>. An unknown map is not found, whatever is asked of it.</summary>
internal abstract class MapEndpoint(MapCatalogue maps) : Endpoint
{
    private const string Prefix = "/maps/";

    public override bool Matches(string rawPath) => TrySplit(rawPath, out _, out var resource) && IsResource(resource);

    public override Answer? Respond(IncomingRequest request)
    {
        TrySplit(request.Target.Path, out var mapId, out var resource);
        return maps.Contains(mapId) ? Respond(request, mapId, resource) : null;
    }

    protected abstract bool IsResource(string resource);

    protected abstract Answer Respond(IncomingRequest request, string mapId, string resource);

    private static bool TrySplit(string rawPath, out string mapId, out string resource)
    {
        var slash = rawPath.StartsWith(Prefix, StringComparison.Ordinal) ? rawPath.IndexOf('/', Prefix.Length) : -1;
        mapId = slash < 0 ? "" : Uri.UnescapeDataString(rawPath[Prefix.Length..slash]);
        resource = slash < 0 ? "" : rawPath[(slash + 1)..];
        return slash >= 0;
    }
}
