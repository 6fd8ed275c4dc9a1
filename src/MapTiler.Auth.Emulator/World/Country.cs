namespace MapTiler.Emulator;

/// <summary>The shape of a country.</summary>
/// <param name="Id">Unique among the countries; ISO's number where there is one.</param>
/// <param name="Number">ISO's number; 0 where there is none.</param>
/// <param name="Code">The two-letter code of ISO 3166, or XK; empty where there is none.</param>
/// <param name="Name">In English, shortened.</param>
/// <param name="IsDisputed">Whether another country claims all of it.</param>
/// <param name="Label">The location of its name.</param>
/// <param name="Rings">Around its parts and the holes in them.</param>
internal sealed record Country(int Id, int Number, string Code, string Name, bool IsDisputed, MercatorPoint Label, IReadOnlyList<MercatorPath> Rings)
{
    private const int Antarctica = 10;
    private const int Greenland = 304;

    /// <summary>Whether it is covered with ice, more or less.</summary>
    public bool IsIce => Number is Antarctica or Greenland;

    /// <summary>The area of its largest part, as a share of the map.</summary>
    public double Area { get; } = Number == Antarctica ? 0.04 : Rings.Count == 0 ? 0 : Rings.Max(r => RingMath.Area(r.Points));
}
