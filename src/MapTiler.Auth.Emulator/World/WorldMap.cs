namespace MapTiler.Emulator;

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
