namespace MapTiler;

/// <summary>Leaves out the places of a line that matter least to its shape (Visvalingam and Whyatt), in O(n log n).</summary>
public static class LineSimplifier
{
    /// <summary>Simplifies a line to so many places.</summary>
    /// <param name="line">
    /// The places in their order. Places that repeat the one before are left out. From one to the next the line takes the short way, also
    /// across the antimeridian.
    /// </param>
    /// <param name="maxPlaces">How many places to keep, 2 or more.</param>
    /// <returns>
    /// The most important places in their order, among them the ends; a line that is short enough, whole. A line that ends where it began
    /// keeps four places if it has them, even where <paramref name="maxPlaces"/> is less, so that it stays a ring.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 places shall be kept.</exception>
    public static IReadOnlyList<LngLat> Simplify(IReadOnlyList<LngLat> line, int maxPlaces)
    {
        Guard.NotNull(line, nameof(line));
        return maxPlaces >= 2
            ? LineRanking.Rank(line).Take(maxPlaces)
            : throw new ArgumentOutOfRangeException(nameof(maxPlaces), "A line keeps its two ends.");
    }
}
