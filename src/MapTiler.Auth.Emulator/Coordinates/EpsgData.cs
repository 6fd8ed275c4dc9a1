using System.Globalization;
using System.Text.Json.Serialization;
using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Coordinates;

/// <summary>The shape of Data/epsg.json.</summary>
internal sealed record EpsgData(EpsgItem[] Items, EpsgOperation[] Operations);

/// <summary>Reads <see cref="EpsgData"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EpsgData))]
internal sealed partial class EpsgJson : JsonSerializerContext;

/// <summary>A coordinate system or an operation with an EPSG code.</summary>
internal sealed record EpsgItem
{
    public required int Code { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Area { get; init; }

    /// <summary>West, south, east, north.</summary>
    public double[]? Bbox { get; init; }

    public string? Unit { get; init; }

    /// <summary>Of an operation, in meters.</summary>
    public double? Accuracy { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>Codes of operations to WGS 84, the most accurate one first, of those alike the one with the largest area.</summary>
    public int[] Transformations
    {
        get => field ?? [];
        init;
    }

    public string? Proj4 { get; init; }

    /// <summary>Null if the emulator cannot transform coordinates of it.</summary>
    public string? Wkt { get; init; }

    /// <summary>The folded string in which a search looks for words.</summary>
    [JsonIgnore]
    public string SearchText => field ??= NameFolding.Fold(string.Create(CultureInfo.InvariantCulture, $"{Name} {Area} {Code}"));
}

/// <summary>An operation that transforms from a datum to WGS 84.</summary>
internal sealed record EpsgOperation
{
    public required int Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The code of the geographic system that it starts from.</summary>
    public required int Source { get; init; }

    /// <summary>Three shifts in meters, three rotations in seconds of arc, a scale in millionths.</summary>
    public required double[] ToWgs84 { get; init; }

    public required double Accuracy { get; init; }

    public required string Area { get; init; }

    /// <summary>West, south, east, north.</summary>
    public required double[] Bbox { get; init; }

    /// <summary>Whether its area contains a location.</summary>
    public bool Covers(double longitude, double latitude) => new BoundingBox(Bbox[0], Bbox[1], Bbox[2], Bbox[3]).Contains(longitude, latitude);

    /// <summary>Whether its area and another one have a part in common.</summary>
    public bool Touches(double[] bounds) => Overlap(bounds) > 0;

    /// <summary>Whether it is made for the sea only, where PROJ does not prefer it.</summary>
    [JsonIgnore]
    public bool IsOffshore => Area.Contains("- offshore", StringComparison.Ordinal);

    /// <summary>Whether its area contains all of another one.</summary>
    public bool Contains(double[] bounds) => Overlap(bounds) >= Share(bounds[0], bounds[1], bounds[2], bounds[3]) * (1 - 1e-9);

    /// <summary>The operation for the largest part of an area; null if there are none.</summary>
    public static EpsgOperation? Widest(IReadOnlyList<EpsgOperation> operations, double[] area) => operations.MaxBy(o => o.Overlap(area));

    /// <summary>The most accurate operation for more than a third of an area, or else the one for the largest part; null if there are none.</summary>
    public static EpsgOperation? Usual(IReadOnlyList<EpsgOperation> operations, double[] area) =>
        operations.Where(o => o.Overlap(area) > Share(area[0], area[1], area[2], area[3]) / 3).MinBy(o => o.Accuracy) ?? Widest(operations, area);

    private double Overlap(double[] bounds)
    {
        var (south, north) = (Math.Max(Bbox[1], bounds[1]), Math.Min(Bbox[3], bounds[3]));
        if (south >= north)
            return 0;
        return (from a in Spans(Bbox)
                from b in Spans(bounds)
                let west = Math.Max(a.West, b.West)
                let east = Math.Min(a.East, b.East)
                where west < east
                select Share(west, south, east, north)).Sum();
    }

    private static (double West, double East)[] Spans(double[] bounds) =>
        bounds[0] <= bounds[2] ? [(bounds[0], bounds[2])] : [(bounds[0], 180), (-180, bounds[2])];

    private static double Share(double west, double south, double east, double north) =>
        (east >= west ? east - west : east - west + 360) / 360
        * (Math.Sin(double.DegreesToRadians(north)) - Math.Sin(double.DegreesToRadians(south))) / 2;

    /// <summary>The operation as a search finds it.</summary>
    public EpsgItem ToItem() => new()
    {
        Code = Code,
        Kind = "COORDOP-COPTRAN",
        Name = Name,
        Area = Area,
        Bbox = Bbox,
        Unit = "metre",
        Accuracy = Accuracy,
    };
}
