namespace MapTiler.Emulator;

/// <summary>The shape of a country.</summary>
/// <param name="Number">ISO's number; 0 where there is none.</param>
/// <param name="Name">In English, shortened.</param>
/// <param name="Polygons">Each an outer ring and the holes in it.</param>
internal sealed record Country(int Number, string Name, MercatorRing[][] Polygons)
{
    /// <summary>The polygons within a box, each an outer ring and its holes.</summary>
    public IEnumerable<List<List<MercatorPoint>>> Clip(MercatorBox box) =>
        from turn in box.Turns
        from polygon in Polygons
        let rings = polygon.Select(ring => ring.Clip(box, turn)).Where(ring => ring.Count >= 3).ToList()
        where rings.Count > 0
        select rings;
}
