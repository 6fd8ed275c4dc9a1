namespace MapTiler.Coordinates;

/// <summary>Filters of a search for coordinate systems.</summary>
public sealed class CoordinateSearchOptions
{
    /// <summary>What kind of object to find.</summary>
    /// <value>The default is <see langword="null"/>: coordinate reference systems.</value>
    public CoordinateKind? Kind { get; set; }

    /// <summary>Only the object with this EPSG code.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public int? Code { get; set; }

    /// <summary>Only systems with the transformation of this EPSG code.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public int? Transformation { get; set; }

    /// <summary>Whether to find what is deprecated.</summary>
    /// <value>The default is <see langword="null"/>: only what is in use.</value>
    public DeprecatedFilter? Deprecated { get; set; }

    /// <summary>How many results to return at most, 1 to 50.</summary>
    /// <value>The default is <see langword="null"/>: 10.</value>
    public int? Limit { get; set; }

    /// <summary>How many results to skip, 0 or more.</summary>
    /// <value>The default is <see langword="null"/>: none.</value>
    public int? Offset { get; set; }

    /// <summary>Whether results describe their transformations instead of naming their codes.</summary>
    /// <value>The default is <see langword="null"/>: no.</value>
    public bool? DescribeTransformations { get; set; }

    /// <summary>Whether results hold their definition as WKT and PROJ text.</summary>
    /// <value>The default is <see langword="null"/>: no.</value>
    public bool? Exports { get; set; }

    internal CoordinateSearchOptions At(int offset, int limit) => new()
    {
        Kind = Kind,
        Code = Code,
        Transformation = Transformation,
        Deprecated = Deprecated,
        Limit = limit,
        Offset = offset,
        DescribeTransformations = DescribeTransformations,
        Exports = Exports,
    };
}
