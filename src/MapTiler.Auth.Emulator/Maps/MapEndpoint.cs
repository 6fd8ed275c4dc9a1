namespace MapTiler.Emulator;

/// <summary>Something at <c>/maps/{mapId}/{resource}</c>. An unknown map is not found, whatever is asked of it.</summary>
internal abstract class MapEndpoint(MapCatalogue maps) : ResourceEndpoint("maps")
{
    protected MapCatalogue Maps => maps;

    protected override Answer? Respond(IncomingRequest request, string id, string resource) =>
        maps.Contains(id) ? Draw(request, id, resource) : null;

    protected abstract Answer Draw(IncomingRequest request, string mapId, string resource);
}
