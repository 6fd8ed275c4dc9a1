using System.Collections.Concurrent;

namespace MapTiler.Emulator;

/// <summary>The maps that exist: those that MapTiler offers to everybody, and those that a test added.</summary>
internal sealed class MapCatalogue
{
    private static readonly HashSet<string> BuiltIn = new(BuiltInMapIds.All, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, bool> _added = new(StringComparer.Ordinal);

    public void Add(string mapId) => _added[mapId] = true;

    public bool Contains(string mapId) => BuiltIn.Contains(mapId) || _added.ContainsKey(mapId);
}
