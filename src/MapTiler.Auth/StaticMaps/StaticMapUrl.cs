using System.Text.Json.Serialization;

namespace MapTiler.StaticMaps;

/// <summary>The URL of a static map, and the number of points of each path that it contains.</summary>
public sealed class StaticMapUrl
{
    internal StaticMapUrl(Uri uri, IReadOnlyList<PathReduction> paths)
    {
        Uri = uri;
        Paths = paths;
    }

    /// <summary>
    /// The URL of the static map. As a string it is what is sent and, if it is signed, what was signed; in an interpolated string on .NET 8 and 9 use
    /// <see cref="Uri.AbsoluteUri"/>. It can contain an API key, so it is not part of the JSON of this object.
    /// </summary>
    [JsonIgnore]
    public Uri Uri { get; }

    /// <summary>For each path of the options, in the same order, how many of its points the URL contains.</summary>
    public IReadOnlyList<PathReduction> Paths { get; }

    /// <summary>Returns a description without the query of the URL, which may contain a key. For the URL use <see cref="Uri"/>.</summary>
    public override string ToString() => $"{nameof(StaticMapUrl)} {{ Uri = {Uri.GetLeftPart(UriPartial.Path)}?... }}";
}

/// <summary>The result of fitting a path into a URL.</summary>
public sealed class PathReduction
{
    /// <summary>The number of points of the path.</summary>
    public int PointCount { get; set; }

    /// <summary>The number of points that the URL contains.</summary>
    public int KeptPointCount { get; set; }

    /// <summary>
    /// The tolerance of the simplification in square degrees: the triangle of a removed point and its neighbors is not larger than this; where the line reverses its
    /// direction, a removed point is not farther away than the square root of twice this. 0 if no points were removed.
    /// </summary>
    public double Tolerance { get; set; }

    /// <summary>Whether the URL contains fewer points than the path.</summary>
    public bool IsReduced => KeptPointCount < PointCount;

    /// <summary>Returns the number of points that the URL contains, and the number of points of the path.</summary>
    public override string ToString() => FormattableString.Invariant($"{KeptPointCount} of {PointCount} points, tolerance {Tolerance}");
}
