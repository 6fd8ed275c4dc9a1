namespace MapTiler.Emulator.World;

/// <summary>The shapes of the world, from Natural Earth at 1:110 million for the first zooms and 1:50 million beyond them.</summary>
internal static class WorldMap
{
    private const int LastCoarseZoom = 1;
    private const int FinestZoom = 7;

    // A third of a pixel, where a tile has 512.
    private const double ToleranceAtZoom0 = 1.0 / 3 / 512;

    private static readonly Lazy<WorldData> Data = new(WorldReader.ReadResource);

    private static readonly Lazy<WorldDetail>[] Details =
        [.. Enumerable.Range(0, FinestZoom + 1).Select(zoom => new Lazy<WorldDetail>(() => Simplify(zoom)))];

    /// <summary>The countries in the highest detail of the data.</summary>
    public static IReadOnlyList<Country> Countries => Data.Value.Fine.Countries;

    /// <summary>The states of the countries that Natural Earth divides at 1:50 million.</summary>
    public static IReadOnlyList<State> States => Data.Value.States;

    /// <summary>The GeoNames ids of the capitals of countries and dependencies.</summary>
    public static IReadOnlySet<int> Capitals => Data.Value.Capitals;

    /// <param name="zoom">By the numbering of tiles of 512 points.</param>
    public static WorldDetail At(double zoom) => Details[(int)Math.Clamp(Math.Round(zoom), 0, FinestZoom)].Value;

    private static WorldDetail Simplify(int zoom)
    {
        var data = Data.Value;
        return new(zoom <= LastCoarseZoom ? data.Coarse : data.Fine, data, ToleranceAtZoom0 / Math.Pow(2, zoom));
    }
}

/// <summary>The world in as much detail as can be seen at a zoom.</summary>
internal sealed class WorldDetail
{
    public WorldDetail(WorldScale scale, WorldData data, double tolerance)
    {
        Land = Simplify(scale.Land, ring => ring.SimplifyRing(tolerance));
        Lakes = Simplify(data.Lakes, ring => ring.SimplifyRing(tolerance));
        Borders = [.. from border in scale.Borders let path = border.Path.SimplifyLine(tolerance) where path is not null select border with { Path = path }];
        StateBorders = [.. from border in data.StateBorders let path = border.Path.SimplifyLine(tolerance) where path is not null select border with { Path = path }];
        Rivers = Simplify(data.Rivers, line => line.SimplifyLine(tolerance));
        Countries = [.. scale.Countries.Select(c => c with { Rings = Simplify(c.Rings, ring => ring.SimplifyRing(tolerance)) })];
        Ice = [.. Countries.Where(c => c.IsIce).SelectMany(c => c.Rings)];
    }

    public IReadOnlyList<MercatorPath> Land { get; }

    public IReadOnlyList<MercatorPath> Lakes { get; }

    public IReadOnlyList<Border> Borders { get; }

    public IReadOnlyList<StateBorder> StateBorders { get; }

    public IReadOnlyList<MercatorPath> Rivers { get; }

    public IReadOnlyList<Country> Countries { get; }

    /// <summary>The part of the land that lies under ice.</summary>
    public IReadOnlyList<MercatorPath> Ice { get; }

    private static MercatorPath[] Simplify(IReadOnlyList<MercatorPath> paths, Func<MercatorPath, MercatorPath?> simplify) =>
        [.. paths.Select(simplify).OfType<MercatorPath>()];
}
