namespace MapTiler.StaticMaps;

/// <summary>The address of a static map, and what became of its paths on the way into it.</summary>
public sealed class StaticMapUrl
{
    internal StaticMapUrl(Uri uri, IReadOnlyList<PathReduction> paths)
    {
        Uri = uri;
        Paths = paths;
    }

    /// <summary>The address. Write it by <see cref="Uri.AbsoluteUri"/>: <see cref="Uri.ToString"/> unescapes what was signed, and MapTiler refuses it then.</summary>
    public Uri Uri { get; }

    /// <summary>For each path how much of it the address holds.</summary>
    public IReadOnlyList<PathReduction> Paths { get; }

    /// <summary>The address without its query, which may hold a key.</summary>
    public override string ToString() => Uri.GetLeftPart(UriPartial.Path);
}
