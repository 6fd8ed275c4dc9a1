using System.Collections.Concurrent;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Datasets;

/// <summary><c>/data/{dataId}/features.json</c>, streamed from the source of the dataset.</summary>
internal sealed class FeaturesEndpoint(DatasetCatalog datasets) : ResourceEndpoint("data")
{
    protected override bool IsResource(string resource) => resource == "features.json";

    protected override Response? Respond(IncomingRequest request, string id, string resource) =>
        datasets.Find(id) is { } open
            ? new() { Status = 200, ContentType = Response.JsonType, OpenBody = open, IsCacheable = true, Cost = 1 }
            : null;
}

/// <summary>The datasets that a test added.</summary>
internal sealed class DatasetCatalog
{
    private readonly ConcurrentDictionary<string, Func<Stream>> _datasets = new(StringComparer.Ordinal);

    public void Add(string id, Func<Stream> open) => _datasets[id] = open;

    public Func<Stream>? Find(string id) => _datasets.GetValueOrDefault(id);
}
