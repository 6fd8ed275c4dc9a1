namespace MapTiler.Emulator;

/// <summary>A name on a map.</summary>
/// <param name="Id">Unique among the labels of a kind.</param>
/// <param name="Kind">Of what it is the name.</param>
/// <param name="Class">As the tiles call it, e.g. <c>city</c>.</param>
/// <param name="Name">In English where the name has such a form.</param>
/// <param name="Location">The location of the name.</param>
/// <param name="Rank">1 for what is seen at zoom 0 already, 2 for what joins it at zoom 1, and so on.</param>
/// <param name="Population">The number of inhabitants; 0 if it is unknown.</param>
/// <param name="Place">With its names in other languages, where there are any.</param>
internal sealed record MapLabel(int Id, MapLabelKind Kind, string Class, string Name, MercatorPoint Location, int Rank, int Population, Place? Place)
{
    /// <summary>The country that the name is of.</summary>
    public Country? Country { get; init; }

    /// <summary>The line along which the name of a sea is written; null for an ocean, which has a point only.</summary>
    public MercatorPath? Line { get; init; }
}
