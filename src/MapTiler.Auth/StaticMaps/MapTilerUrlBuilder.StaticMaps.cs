using MapTiler.StaticMaps;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const int MaxStaticMapSize = 2048;

    /// <summary>
    /// Returns the URL of a <see href="https://docs.maptiler.com/cloud/api/static-maps/">static map</see>: an image of a map for an email, a report or a web page. Each
    /// request costs 15. Paths that are too long for a URL are encoded and then simplified; the result contains the number of remaining points.
    /// </summary>
    /// <param name="mapId">The id of the map, such as <see cref="Maps.MapIds.StreetsV4"/>, or the UUID of your own map.</param>
    /// <param name="area">A <see cref="MapView"/>, a <see cref="BoundingBox"/>, or <see cref="StaticMapArea.Auto"/> for the area of the paths and markers.</param>
    /// <param name="options">The size, format and content; <see langword="null"/> for a PNG of 1024 by 1024 pixels without paths and markers.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>, or an option is out of its range or does not apply to <paramref name="area"/>.
    /// </exception>
    /// <exception cref="MapTilerException">The URL is too long even with the simplest form of the paths.</exception>
    public StaticMapUrl StaticMap(string mapId, StaticMapArea area, StaticMapOptions? options = null)
    {
        options ??= new();
        return StaticMap(mapId, area, options, options.HighDpi);
    }

    /// <summary>
    /// Returns the value of the <c>srcset</c> attribute of an <c>img</c> element: the URLs of a static map for standard (1x) and high-DPI (2x) screens.
    /// <see cref="StaticMapOptions.HighDpi"/> has no effect.
    /// </summary>
    /// <inheritdoc cref="StaticMap(string, StaticMapArea, StaticMapOptions?)" path="/param"/>
    /// <inheritdoc cref="StaticMap(string, StaticMapArea, StaticMapOptions?)" path="/exception"/>
    public string StaticMapSrcSet(string mapId, StaticMapArea area, StaticMapOptions? options = null)
    {
        options ??= new();
        var plain = StaticMap(mapId, area, options, highDpi: false).Uri.AbsoluteUri;
        return string.Concat(plain, " 1x, ", StaticMap(mapId, area, options, highDpi: true).Uri.AbsoluteUri, " 2x");
    }

    private StaticMapUrl StaticMap(string mapId, StaticMapArea area, StaticMapOptions options, bool highDpi)
    {
        CheckStaticMap(area, options);
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        StaticMapWriter.Write(ref url, mapId, area, options, highDpi, static (ref writer, path, _) => StaticMapWriter.Points(ref writer, path.Points));
        if (url.Length <= UrlWriter.MaxLength || options.Paths.Count == 0)
            return new StaticMapUrl(Finish(ref url), [.. options.Paths.Select(path => new PathReduction { PointCount = path.Points.Count, KeptPointCount = path.Points.Count })]);

        url = Write(stackalloc char[UrlWriter.InitialLength]);
        StaticMapWriter.Write(ref url, mapId, area, options, highDpi, static (ref _, _, _) => { });
        var (encoded, reductions) = new PathFitter(options.Paths).Fit(UrlWriter.MaxLength - url.Length);

        url = Write(stackalloc char[UrlWriter.InitialLength]);
        StaticMapWriter.Write(ref url, mapId, area, options, highDpi, (ref writer, _, i) => writer.Literal(encoded[i]));
        return new StaticMapUrl(Finish(ref url), reductions);
    }

    private static void CheckStaticMap(StaticMapArea area, StaticMapOptions options)
    {
        if (options.Width is < 1 or > MaxStaticMapSize)
            throw Guard.OptionRange(nameof(options.Width), $"The width {options.Width} of the static map is not valid. The service renders 1 to {MaxStaticMapSize} pixels. Use a smaller width, and HighDpi for more pixels.");
        if (options.Height is < 1 or > MaxStaticMapSize)
            throw Guard.OptionRange(nameof(options.Height), $"The height {options.Height} of the static map is not valid. The service renders 1 to {MaxStaticMapSize} pixels. Use a smaller height, and HighDpi for more pixels.");
        if (options.Padding is { } padding && (!(padding >= 0) || double.IsInfinity(padding)))
            throw Guard.OptionRange(nameof(options.Padding), FormattableString.Invariant($"The padding {padding} is not valid. A padding is a finite fraction of the size, 0 or more. Pass such a number, or null for 0.1."));
        if (options.Padding is not null && area.View is not null)
            throw Guard.Option(nameof(options.Padding), "The area is a view, whose zoom determines its extent. Omit the padding, or pass a bounding box.");
        if (area is { View: null, Bounds: null } && options.Paths.Count == 0 && options.Markers.Count == 0)
            throw new ArgumentException("The automatic area cannot be computed. The options contain neither a path nor a marker. Add one, or pass a view or a bounding box.", nameof(area));
        if (area.Bounds is { } bounds)
        {
            Guard.InRange(new LngLat(bounds.West, bounds.South), nameof(area));
            Guard.InRange(new LngLat(bounds.East, bounds.North), nameof(area));
        }

        if (area.View is { } view)
            Guard.InRange(view.Center, nameof(area));
    }
}
