namespace MapTiler.Emulator;

/// <summary>The shapes of the countries, from Natural Earth at 1:110 million.</summary>
internal static class WorldMap
{
    private const double UnitsPerDegree = 1000;

    private static readonly Lazy<Country[]> Loaded = new(Read);

    public static IReadOnlyList<Country> Countries => Loaded.Value;

    private static Country[] Read()
    {
        var packed = PackedReader.Open("world.br", "world 1");
        return packed.ReadMany(() => new Country(
            packed.ReadVarint(), packed.ReadText(), packed.ReadMany(() => packed.ReadMany(() => ReadRing(packed)))));
    }

    private static MercatorRing ReadRing(PackedReader packed)
    {
        var (x, y) = (0, 0);
        return new(packed.ReadMany(() =>
        {
            x += packed.ReadSigned();
            y += packed.ReadSigned();
            return MercatorPoint.From(x / UnitsPerDegree, y / UnitsPerDegree);
        }));
    }
}
