using MapTiler.Maps;

namespace MapTiler.StaticMaps;

/// <summary>Writes the URL of a static map. The separator <c>|</c> of paths and markers is written escaped.</summary>
internal static class StaticMapWriter
{
    private const string Separator = "%7C";

    /// <summary>Writes the points of a path; the last argument is the index of the path.</summary>
    public delegate void PathPoints(ref UrlWriter url, StaticMapPath path, int index);

    public static void Write(ref UrlWriter url, string mapId, StaticMapArea area, StaticMapOptions options, bool highDpi, PathPoints points)
    {
        url.Literal("/maps/");
        url.Segment(mapId, nameof(mapId));
        url.Literal("/static/");
        Area(ref url, area);
        url.Literal('/');
        url.Number(options.Width);
        url.Literal('x');
        url.Number(options.Height);
        url.Literal(highDpi ? "@2x" : "");
        url.Literal(options.Format.Extension());

        for (var i = 0; i < options.Paths.Count; i++)
            Path(ref url, options.Paths[i], i, points);
        foreach (var markers in options.Markers)
            Markers(ref url, markers);
        if (options.AttributionPosition is { } attribution)
            url.Parameter("attribution", Name(attribution));
        if (options.Padding is { } padding)
        {
            url.Parameter("padding");
            url.Number(padding);
        }

        url.Parameter("shortest", options.Shortest);
    }

    public static void Points(ref UrlWriter url, IReadOnlyList<LngLat> points)
    {
        for (var i = 0; i < points.Count && url.Length <= UrlWriter.MaxLength; i++) // the rest of a URL that is too long is not needed
        {
            if (i > 0)
                url.Literal(Separator);
            url.Location(points[i]);
        }
    }

    private static void Area(ref UrlWriter url, StaticMapArea area)
    {
        if (area.View is { } view)
        {
            url.Location(view.Center);
            url.Literal(',');
            url.Number(view.Zoom);
        }
        else if (area.Bounds is { } bounds)
        {
            url.Box(bounds);
        }
        else
        {
            url.Literal("auto");
        }
    }

    private static void Path(ref UrlWriter url, StaticMapPath path, int index, PathPoints points)
    {
        url.Parameter("path");
        url.Literal("fill:");
        url.Escaped(path.Fill?.ToString() ?? "none");
        url.Literal(Separator);
        if (path.Stroke is { } stroke)
        {
            url.Literal("stroke:");
            url.Escaped(stroke.ToString());
            url.Literal(Separator);
        }

        if (path.Width is { } width)
        {
            if (!(width >= 0) || double.IsInfinity(width))
                throw Guard.OptionRange(nameof(path.Width), FormattableString.Invariant($"The line width {width} is not valid. A width is a finite number of pixels, 0 or more. Pass such a number, or null for 1."));
            url.Literal("width:");
            url.Number(width);
            url.Literal(Separator);
        }

        if (path.Shortest is { } shortest)
        {
            url.Literal(shortest ? "shortest:true" : "shortest:false");
            url.Literal(Separator);
        }

        points(ref url, path, index);
    }

    private static void Markers(ref UrlWriter url, StaticMapMarkers markers)
    {
        url.Parameter("markers");
        if (markers.Icon is { } icon)
            Icon(ref url, icon);
        for (var i = 0; i < markers.Markers.Count; i++)
        {
            if (i > 0)
                url.Literal(Separator);
            var marker = markers.Markers[i];
            url.Location(marker.Location);
            if (marker.Color is { } color)
            {
                url.Literal(',');
                url.Escaped(color.ToString());
            }
        }
    }

    private static void Icon(ref UrlWriter url, StaticMapIcon icon)
    {
        url.Literal("icon:");
        url.Escaped(icon.Uri.AbsoluteUri); // '|' is escaped twice, because it would end the icon
        url.Literal(Separator);
        if (icon.Anchor != IconAnchor.Bottom)
        {
            url.Literal("anchor:");
            url.Literal(Name(icon.Anchor));
            url.Literal(Separator);
        }

        if (icon.Scale is { } scale)
        {
            if (!(scale > 0) || double.IsInfinity(scale))
                throw Guard.OptionRange(nameof(icon.Scale), FormattableString.Invariant($"The icon scale {scale} is not valid. A scale is a finite number greater than 0. Pass such a number, or null for 1."));
            url.Literal("scale:");
            url.Number(scale);
            url.Literal(Separator);
        }
    }

    private static string Name(AttributionPosition position) => position switch
    {
        AttributionPosition.BottomRight => "bottomright",
        AttributionPosition.BottomLeft => "bottomleft",
        AttributionPosition.TopLeft => "topleft",
        AttributionPosition.TopRight => "topright",
        AttributionPosition.Hidden => "false",
        _ => throw Guard.OptionRange(nameof(StaticMapOptions.AttributionPosition), $"The attribution position {position} does not exist. Use a member of {nameof(AttributionPosition)}."),
    };

    private static string Name(IconAnchor anchor) => anchor switch
    {
        IconAnchor.Bottom => "bottom",
        IconAnchor.Top => "top",
        IconAnchor.Left => "left",
        IconAnchor.Right => "right",
        IconAnchor.Center => "center",
        IconAnchor.TopLeft => "topleft",
        IconAnchor.BottomLeft => "bottomleft",
        IconAnchor.TopRight => "topright",
        IconAnchor.BottomRight => "bottomright",
        _ => throw Guard.OptionRange(nameof(StaticMapIcon.Anchor), $"The icon anchor {anchor} does not exist. Use a member of {nameof(IconAnchor)}."),
    };
}
