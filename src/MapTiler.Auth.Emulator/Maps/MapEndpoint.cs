namespace MapTiler.Emulator;

/// <summary>An endpoint at <c>/maps/{mapId}/{resource}</c>. An unknown map is not found, whatever the resource is.</summary>
internal abstract class MapEndpoint(MapCatalog maps) : ResourceEndpoint("maps")
{
    protected MapCatalog Maps => maps;

    protected override Response? Respond(IncomingRequest request, string id, string resource) =>
        maps.Contains(id) ? Draw(request, id, resource) : null;

    protected abstract Response Draw(IncomingRequest request, string mapId, string resource);
}
