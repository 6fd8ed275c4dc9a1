namespace MapTiler.Emulator;

/// <summary><c>/data/{dataId}/features.json</c>, streamed from the source of the dataset.</summary>
internal sealed class FeaturesEndpoint(DatasetCatalog datasets) : ResourceEndpoint("data")
{
    protected override bool IsResource(string resource) => resource == "features.json";

    protected override Response? Respond(IncomingRequest request, string id, string resource) =>
        datasets.Find(id) is { } open
            ? new() { Status = 200, ContentType = Response.JsonType, OpenBody = open, IsCacheable = true, Cost = 1 }
            : null;
}
