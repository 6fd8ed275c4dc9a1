using System.Collections.Concurrent;
using System.Text.Json;

namespace MapTiler.Emulator.Coordinates;

/// <summary>The coordinate systems of the emulator: those of Data/epsg.json and the UTM zones.</summary>
internal sealed class EpsgRegistry
{
    private static readonly Lazy<EpsgRegistry> Loaded = new(() => new());

    private const int Wgs84 = 4326;

    private readonly ConcurrentDictionary<int, DatumLinks> _links = new();
    private readonly Dictionary<int, EpsgItem> _systems;
    private readonly Dictionary<int, EpsgOperation> _operations;

    private EpsgRegistry()
    {
        using var resource = typeof(EpsgRegistry).Assembly.GetManifestResourceStream("epsg.json")!;
        var data = JsonSerializer.Deserialize(resource, EpsgJson.Default.EpsgData)!;
        Items = [.. data.Items, .. UtmZones.Of(data), .. data.Operations.Select(o => o.ToItem())];
        _systems = Items.Where(i => i.Kind.StartsWith("CRS-", StringComparison.Ordinal)).ToDictionary(i => i.Code);
        _operations = data.Operations.ToDictionary(o => o.Code);
    }

    public static EpsgRegistry Shared => Loaded.Value;

    public IReadOnlyList<EpsgItem> Items { get; }

    public EpsgItem? FindSystem(int code) => _systems.GetValueOrDefault(code);

    /// <summary>The transformations of a system to WGS 84; null if the system is unknown or cannot be transformed.</summary>
    public DatumLinks? FindLinks(int code) => FindSystem(code) is { Wkt: not null } system
        ? _links.GetOrAdd(code, _ => new(system, FindSystem(Wgs84)!, [.. system.Transformations.Select(o => _operations[o])]))
        : null;

    public EpsgOperation? FindOperation(int code) => _operations.GetValueOrDefault(code);
}
