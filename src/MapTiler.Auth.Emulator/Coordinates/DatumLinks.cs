using System.Collections.Concurrent;
using System.Globalization;

namespace MapTiler.Emulator;

/// <summary>The transformations between one system and WGS 84, and which of them to use for a location.</summary>
internal sealed class DatumLinks(EpsgItem system, EpsgItem wgs84, IReadOnlyList<EpsgOperation> operations)
{
    private const int None = 0;

    private readonly EpsgOperation? _widest = EpsgOperation.Widest(operations, system.Bbox!);
    private readonly ConcurrentDictionary<int, DatumLink> _links = new();

    public bool IsGeographic => system.Kind == "CRS-GEOGCRS";

    /// <summary>Whether an operation starts from the datum of the system.</summary>
    public bool IsFor(EpsgOperation operation) =>
        system.Wkt!.Contains(string.Create(CultureInfo.InvariantCulture, $"AUTHORITY[\"EPSG\",\"{operation.Source}\"]"), StringComparison.Ordinal);

    /// <summary>The one by a certain operation.</summary>
    public DatumLink By(EpsgOperation? operation) => _links.GetOrAdd(operation?.Code ?? None, _ => DatumLink.By(operation, system, wgs84));

    /// <summary>
    /// The one that a point is taken by if no operation is listed. As PROJ chooses it: of the operations whose area contains the point
    /// the most accurate one, the first one of those alike, and one for the sea only where there is no other. Outside of all areas
    /// it is the widest one if that is made for the whole system; otherwise the datums are taken for the same.
    /// </summary>
    public DatumLink At(double longitude, double latitude)
    {
        if (operations.Count == 0)
            return By(null);
        return operations.Where(o => o.Covers(longitude, latitude)).MinBy(o => (o.IsOffshore, o.Accuracy)) is { } best ? By(best)
            : _widest!.Contains(system.Bbox!) ? By(_widest)
            : _links.GetOrAdd(None, _ => DatumLink.Ballpark(system));
    }

    /// <summary>The link for a point in the coordinates of the system.</summary>
    public DatumLink AtOwn(double x, double y)
    {
        var (longitude, latitude) = By(_widest).ToDegrees(x, y);
        return At(longitude, latitude);
    }
}
