namespace MapTiler.AspNetCore;

/// <summary>The attributes of an <c>img</c> that shows a static map.</summary>
public sealed class StaticMapPicture
{
    internal StaticMapPicture(string src, string srcSet, int width, int height)
    {
        Src = src;
        SrcSet = srcSet;
        Width = width;
        Height = height;
    }

    /// <summary>The picture for ordinary screens.</summary>
    public string Src { get; }

    /// <summary>The pictures for ordinary and for sharp screens.</summary>
    public string SrcSet { get; }

    /// <summary>The width on the page in pixels.</summary>
    public int Width { get; }

    /// <summary>The height on the page in pixels.</summary>
    public int Height { get; }
}
