namespace MapTiler.Coordinates;

/// <summary>The filters of <see cref="CoordinatesClient.SearchAsync"/> and <see cref="CoordinatesClient.SearchAllAsync"/>.</summary>
public sealed class CoordinateSearchOptions
{
    /// <summary>The kind of objects to return.</summary>
    /// <value>The default is <see langword="null"/>: coordinate reference systems.</value>
    public CoordinateKind? Kind { get; set; }

    /// <summary>The EPSG code of the object to return.</summary>
    /// <value>The default is <see langword="null"/>: any code.</value>
    public int? Code { get; set; }

    /// <summary>The EPSG code of a transformation that the returned systems must have.</summary>
    /// <value>The default is <see langword="null"/>: any transformation.</value>
    public int? Transformation { get; set; }

    /// <summary>Whether to return deprecated objects.</summary>
    /// <value>The default is <see langword="null"/>: <see cref="DeprecatedFilter.Exclude"/>.</value>
    public DeprecatedFilter? Deprecated { get; set; }

    /// <summary>The maximum number of results: 1 to 50 for <see cref="CoordinatesClient.SearchAsync"/>, 1 or more for <see cref="CoordinatesClient.SearchAllAsync"/>.</summary>
    /// <value>The default is <see langword="null"/>: 10 for <see cref="CoordinatesClient.SearchAsync"/>, all for <see cref="CoordinatesClient.SearchAllAsync"/>.</value>
    public int? Limit { get; set; }

    /// <summary>The number of results to skip, 0 or more.</summary>
    /// <value>The default is <see langword="null"/>: 0.</value>
    public int? Offset { get; set; }

    /// <summary>Whether results contain descriptions of their transformations instead of only the codes.</summary>
    /// <value>The default is <see langword="null"/>: <see langword="false"/>.</value>
    public bool? DescribeTransformations { get; set; }

    /// <summary>Whether results contain their definitions as WKT and as a PROJ string.</summary>
    /// <value>The default is <see langword="null"/>: <see langword="false"/>.</value>
    public bool? Exports { get; set; }

    internal CoordinateSearchOptions WithPage(int? offset, int limit)
    {
        var page = (CoordinateSearchOptions)MemberwiseClone();
        (page.Offset, page.Limit) = (offset, limit);
        return page;
    }
}

/// <summary>Whether a search returns deprecated objects.</summary>
public enum DeprecatedFilter
{
    /// <summary>Only objects that are not deprecated.</summary>
    Exclude,

    /// <summary>Only deprecated objects.</summary>
    Only,

    /// <summary>Both deprecated objects and others.</summary>
    Include,
}
