using System.Collections.Concurrent;

namespace MapTiler.Emulator;

/// <summary>The datasets that a test added.</summary>
internal sealed class DatasetCatalog
{
    private readonly ConcurrentDictionary<string, Func<Stream>> _datasets = new(StringComparer.Ordinal);

    public void Add(string id, Func<Stream> open) => _datasets[id] = open;

    public Func<Stream>? Find(string id) => _datasets.GetValueOrDefault(id);
}
