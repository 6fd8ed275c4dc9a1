namespace MapTiler.Emulator.World;

/// <summary>The content of world.br.</summary>
internal sealed record WorldData(
    WorldScale Coarse, WorldScale Fine, IReadOnlyList<MercatorPath> Lakes, IReadOnlyList<MercatorPath> Rivers,
    IReadOnlyList<StateBorder> StateBorders, IReadOnlyList<State> States, IReadOnlySet<int> Capitals);

/// <summary>The land at one scale of Natural Earth.</summary>
/// <param name="Countries">The countries.</param>
/// <param name="Land">The rings of all of them together.</param>
/// <param name="Borders">The lines between them.</param>
internal sealed record WorldScale(IReadOnlyList<Country> Countries, IReadOnlyList<MercatorPath> Land, IReadOnlyList<Border> Borders);

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

/// <summary>A line between two countries.</summary>
/// <param name="Path">The line.</param>
/// <param name="Left">The country on its left, in the direction of the line on a map with north at the top.</param>
/// <param name="Right">The country on its right.</param>
internal sealed record Border(MercatorPath Path, Country Left, Country Right)
{
    /// <summary>The country that is disputed; null for a border that is not.</summary>
    public Country? Disputed => Left.IsDisputed ? Left : Right.IsDisputed ? Right : null;
}

/// <summary>A state or province of one of the countries whose states Natural Earth has at 1:50 million.</summary>
/// <param name="CountryCode">The two-letter code of ISO 3166.</param>
/// <param name="Abbreviation">The postal code, for example <c>CA</c> for California.</param>
/// <param name="Name">The name in English.</param>
/// <param name="Label">The location of its name.</param>
internal sealed record State(string CountryCode, string Abbreviation, string Name, MercatorPoint Label);

/// <summary>A line between two states of a country.</summary>
/// <param name="Path">The line.</param>
/// <param name="CountryCode">The two-letter code of ISO 3166.</param>
internal sealed record StateBorder(MercatorPath Path, string CountryCode);
