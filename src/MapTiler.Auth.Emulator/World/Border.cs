namespace MapTiler.Emulator;

/// <summary>A line between two countries.</summary>
/// <param name="Path">The line.</param>
/// <param name="Left">The country on its left, in the direction of the line on a map with north at the top.</param>
/// <param name="Right">The country on its right.</param>
internal sealed record Border(MercatorPath Path, Country Left, Country Right)
{
    /// <summary>The country that is disputed; null for a border that is not.</summary>
    public Country? Disputed => Left.IsDisputed ? Left : Right.IsDisputed ? Right : null;
}
