using System.Text.RegularExpressions;

namespace MapTiler.ContractTests;

/// <summary>What requests cost by MapTiler's price list.</summary>
internal static partial class Billing
{
    /// <summary>The cost of facts, each request counted once. One that is expected to be rejected counts as the cheapest that succeeds.</summary>
    public static int CostOf(IEnumerable<Fact> facts) => facts.DistinctBy(f => f.Identity).Sum(CostOf);

    private static int CostOf(Fact fact)
    {
        var cost = fact.IsService || fact.Method == "OPTIONS" || fact.Status is 401 or 403 or 404 ? 0 : CostOf(fact.Path.Split('?')[0]);
        return fact.Status == 400 ? Math.Min(cost, 1) : cost;
    }

    private static int CostOf(string path) => path switch
    {
        _ when path.Contains("/static/", StringComparison.Ordinal) => 15,
        _ when SmallRasterTile().IsMatch(path) || Tile().IsMatch(path) => 1,
        _ when RasterTile().IsMatch(path) => 4,
        _ when path.StartsWith("/data/", StringComparison.Ordinal) => 1,
        _ when Query().IsMatch(path) => path.Count(c => c == ';') + 1,
        _ => 0,
    };

    [GeneratedRegex(@"^/maps/[^/]+/256/-?\d+/-?\d+/")]
    private static partial Regex SmallRasterTile();

    [GeneratedRegex(@"^/maps/[^/]+/-?\d+/-?\d+/")]
    private static partial Regex RasterTile();

    [GeneratedRegex(@"^/(tiles|images)/[^/]+/-?\d+/-?\d+/")]
    private static partial Regex Tile();

    [GeneratedRegex("^/(geocoding|elevation|coordinates)/")]
    private static partial Regex Query();
}
