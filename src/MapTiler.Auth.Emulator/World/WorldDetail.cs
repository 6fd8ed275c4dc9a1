namespace MapTiler.Emulator;

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
