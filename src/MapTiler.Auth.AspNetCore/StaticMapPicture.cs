namespace MapTiler.AspNetCore;

/// <summary>The attributes of an <c>img</c> that shows a static map.</summary>
/// <param name="Src">The picture for ordinary screens.</param>
/// <param name="SrcSet">The pictures for ordinary and for sharp screens.</param>
/// <param name="Width">The width on the page in pixels.</param>
/// <param name="Height">The height on the page in pixels.</param>
public sealed record StaticMapPicture(string Src, string SrcSet, int Width, int Height);
