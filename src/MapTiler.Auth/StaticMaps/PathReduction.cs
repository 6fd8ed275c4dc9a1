namespace MapTiler.StaticMaps;

/// <summary>How much of a path an address holds.</summary>
/// <param name="Points">The places that were given.</param>
/// <param name="KeptPoints">The places that the address holds.</param>
/// <param name="Tolerance">
/// What was left out, in square degrees: no vertex that spans a larger triangle with its neighbours, or, where the line turns back, that
/// stands out further than the root of twice this. 0 if nothing was.
/// </param>
public readonly record struct PathReduction(int Points, int KeptPoints, double Tolerance)
{
    /// <summary>Whether places were left out.</summary>
    public bool IsReduced => KeptPoints < Points;
}
