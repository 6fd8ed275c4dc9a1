using MapTiler.StaticMaps;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const int MaxStaticMapSize = 2048;

    /// <summary>
    /// A map as a picture, for a mail, a report or a page. Each request costs 15. Paths that are too long for an address are encoded,
    /// and then simplified until they fit; the result says how much of them is left.
    /// </summary>
    /// <param name="mapId">The id of the map, such as <see cref="Maps.MapIds.StreetsV4"/>, or the UUID of one of your own.</param>
    /// <param name="area">A <see cref="MapView"/>, a <see cref="BoundingBox"/>, or <see cref="StaticMapArea.Auto"/>.</param>
    /// <param name="options">Size, format and content.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty or a dot segment, or an option is out of its range or does not fit the area.</exception>
    /// <exception cref="MapTilerException">The address is too long even with the paths at their shortest.</exception>
    public StaticMapUrl StaticMap(string mapId, StaticMapArea area, StaticMapOptions? options = null)
    {
        options ??= new();
        return StaticMap(mapId, area, options, options.HighDpi);
    }

    /// <summary>The <c>srcset</c> of an <c>img</c>: the picture for ordinary and for sharp screens. <see cref="StaticMapOptions.HighDpi"/> does not count.</summary>
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
            return new StaticMapUrl(Finish(ref url), [.. options.Paths.Select(path => new PathReduction(path.Points.Count, path.Points.Count, 0))]);

        url = Write(stackalloc char[UrlWriter.InitialLength]);
        StaticMapWriter.Write(ref url, mapId, area, options, highDpi, static (ref _, _, _) => { });
        var (texts, reductions) = new PathFitter(options.Paths).Fit(UrlWriter.MaxLength - url.Length);

        url = Write(stackalloc char[UrlWriter.InitialLength]);
        StaticMapWriter.Write(ref url, mapId, area, options, highDpi, (ref writer, _, i) => writer.Literal(texts[i]));
        return new StaticMapUrl(Finish(ref url), reductions);
    }

    private static void CheckStaticMap(StaticMapArea area, StaticMapOptions options)
    {
        if (options.Width is < 1 or > MaxStaticMapSize)
            throw new ArgumentOutOfRangeException(nameof(options.Width), $"A static map is 1 to {MaxStaticMapSize} pixels wide.");
        if (options.Height is < 1 or > MaxStaticMapSize)
            throw new ArgumentOutOfRangeException(nameof(options.Height), $"A static map is 1 to {MaxStaticMapSize} pixels high.");
        if (options.Padding is { } padding && (!(padding >= 0) || double.IsInfinity(padding)))
            throw new ArgumentOutOfRangeException(nameof(options.Padding), "A padding must not be negative.");
        if (options.Padding is not null && area.View is not null)
            throw new ArgumentException("A padding needs a box or the automatic area; a view is shown as it is.", nameof(options.Padding));
        if (area == StaticMapArea.Auto && options.Paths.Count == 0 && options.Markers.Count == 0)
            throw new ArgumentException("The automatic area needs a path or a marker.", nameof(area));
        if (area.Bounds is { } bounds)
        {
            Guard.InRange(new LngLat(bounds.West, bounds.South), nameof(area));
            Guard.InRange(new LngLat(bounds.East, bounds.North), nameof(area));
        }

        if (area.View is { } view)
            Guard.InRange(view.Center, nameof(area));
    }
}
