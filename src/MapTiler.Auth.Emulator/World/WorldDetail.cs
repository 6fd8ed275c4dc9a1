namespace MapTiler.Emulator;

/// <summary>The world in as much detail as can be seen at a zoom.</summary>
internal sealed class WorldDetail
{
    public WorldDetail(WorldScale scale, IReadOnlyList<MercatorPath> lakes, IReadOnlyList<MercatorPath> rivers, double tolerance)
    {
        Land = Simplify(scale.Land, ring => ring.SimplifyRing(tolerance));
        Lakes = Simplify(lakes, ring => ring.SimplifyRing(tolerance));
        Borders = Simplify(scale.Borders, line => line.SimplifyLine(tolerance));
        Rivers = Simplify(rivers, line => line.SimplifyLine(tolerance));
        Countries = [.. scale.Countries.Select(c => c with { Rings = Simplify(c.Rings, ring => ring.SimplifyRing(tolerance)) })];
        Ice = [.. Countries.Where(c => c.IsIce).SelectMany(c => c.Rings)];
    }

    public IReadOnlyList<MercatorPath> Land { get; }

    public IReadOnlyList<MercatorPath> Lakes { get; }

    public IReadOnlyList<MercatorPath> Borders { get; }

    public IReadOnlyList<MercatorPath> Rivers { get; }

    public IReadOnlyList<Country> Countries { get; }

    /// <summary>The part of the land that lies under ice.</summary>
    public IReadOnlyList<MercatorPath> Ice { get; }

    private static MercatorPath[] Simplify(IReadOnlyList<MercatorPath> paths, Func<MercatorPath, MercatorPath?> simplify) =>
        [.. paths.Select(simplify).OfType<MercatorPath>()];
}
