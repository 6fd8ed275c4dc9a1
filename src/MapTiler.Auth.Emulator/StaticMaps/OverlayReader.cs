using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.StaticMaps;

/// <summary>Reads <c>path</c> and <c>markers</c>, and the older parameters for one path.</summary>
internal sealed class OverlayReader(ParameterReader parameters)
{
    private const string DefaultMarkerColor = "#3887be";

    private static readonly string[] Anchors =
        ["top", "left", "bottom", "right", "center", "topleft", "bottomleft", "topright", "bottomright"];

    private readonly bool _latitudeFirst = parameters.Flag("latlng");
    private readonly bool _shortest = parameters.Flag("shortest");

    public List<StaticMapPath> ReadPaths()
    {
        var paths = parameters.All("path").Select(ReadPath).ToList();
        if (parameters.One("encodedpath") is { } encoded)
            paths.Add(Style(new(""), ReadEncoded(encoded), "encodedpath"));
        return paths;
    }

    public List<StaticMapMarker> ReadMarkers() => [.. parameters.All("markers").SelectMany(ReadMarkers)];

    private StaticMapPath ReadPath(string raw)
    {
        var options = new OptionList(raw, "fill", "stroke", "width", "shortest");
        if (options["shortest"] is not (null or "true" or "false" or "1" or "0"))
            throw new InvalidParameterException("path (shortest)");
        var positions = options.Rest.StartsWith("enc:", StringComparison.Ordinal)
            ? ReadEncoded(options.Rest["enc:".Length..])
            : options.Rest.Split('|').Select(item => ReadPosition(item, "path")).ToList();
        return Style(options, positions, "path");
    }

    private StaticMapPath Style(OptionList options, List<(double, double)> positions, string name)
    {
        if (positions.Count < 2)
            throw new InvalidParameterException(name);
        var fill = options["fill"] ?? parameters.One("fill") ?? StaticMapPath.DefaultFill;
        var stroke = options["stroke"] ?? parameters.One("stroke") ?? StaticMapPath.DefaultStroke;
        var width = options["width"] is { } raw
            ? CoordinateParser.Parse(raw) is [var value] && value >= 0 ? value : throw new InvalidParameterException($"{name} (width)")
            : parameters.Number("width", StaticMapPath.DefaultWidth, 0, double.MaxValue);
        return new(positions, ReadColor(fill, "fill"), ReadColor(stroke, "stroke"), width, options["shortest"] is "true" or "1" || _shortest);
    }

    private IEnumerable<StaticMapMarker> ReadMarkers(string raw)
    {
        var options = new OptionList(raw, "icon", "anchor", "scale");
        var anchor = options["anchor"] ?? "bottom";
        if (!Anchors.Contains(anchor))
            throw new InvalidParameterException("markers (anchor)");
        var icon = options["icon"];
        if (icon is not null && !(Uri.TryCreate(icon, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            throw new InvalidParameterException("markers (icon)");

        foreach (var item in options.Rest.Split('|'))
        {
            var parts = item.Split(',', 3);
            if (parts.Length < 2)
                throw new InvalidParameterException("markers");
            var (longitude, latitude) = ReadPosition($"{parts[0]},{parts[1]}", "markers");
            var color = parts.Length == 3 && icon is null ? parts[2] : DefaultMarkerColor;
            yield return new(longitude, latitude, ReadColor(color, "markers")!.Value, icon is null ? null : anchor);
        }
    }

    private (double Longitude, double Latitude) ReadPosition(string raw, string name)
    {
        // The documented grammar of paths and markers has no exponents.
        if (raw.AsSpan().ContainsAny('e', 'E') || CoordinateParser.Parse(raw) is not [var first, var second])
            throw new InvalidParameterException(name);
        var (longitude, latitude) = _latitudeFirst ? (second, first) : (first, second);
        return CoordinateParser.AreValid(longitude, latitude) ? (longitude, latitude) : throw new InvalidParameterException($"{name} (out of bounds)");
    }

    private static List<(double Longitude, double Latitude)> ReadEncoded(string raw)
    {
        var positions = EncodedPolyline.Decode(raw) ?? throw new InvalidParameterException("path (enc)");
        return positions.TrueForAll(p => CoordinateParser.AreValid(p.Longitude, p.Latitude))
            ? positions
            : throw new InvalidParameterException("path (out of bounds)");
    }

    private static SKColor? ReadColor(string raw, string name)
    {
        if (raw is "none" or "false" && name is "fill" or "stroke")
            return null;
        return CssColor.TryParse(raw, out var color) ? color : throw new InvalidParameterException($"{name} (color)");
    }
}

/// <summary>The items between <c>|</c>, of which the first ones may be <c>name:value</c>.</summary>
internal sealed class OptionList
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    /// <param name="raw">The value of a parameter.</param>
    /// <param name="names">The options that it may begin with.</param>
    public OptionList(string raw, params ReadOnlySpan<string> names)
    {
        while (raw.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && names.Contains(raw[..colon]))
        {
            var end = raw.IndexOf('|', colon);
            _options[raw[..colon]] = end < 0 ? raw[(colon + 1)..] : raw[(colon + 1)..end];
            raw = end < 0 ? "" : raw[(end + 1)..];
        }

        Rest = raw;
    }

    /// <summary>What follows the options.</summary>
    public string Rest { get; }

    public string? this[string name] => _options.GetValueOrDefault(name);
}

/// <summary>Google's encoded polylines, five decimals, latitude first.</summary>
internal static class EncodedPolyline
{
    private const double UnitsPerDegree = 1e5;
    private const int Offset = 63;
    private const int MaxShift = 30;

    /// <summary>The positions; null if the string is not a valid polyline.</summary>
    public static List<(double Longitude, double Latitude)>? Decode(string raw)
    {
        var positions = new List<(double, double)>();
        var (latitude, longitude, index) = (0, 0, 0);
        while (index < raw.Length)
        {
            if (Next(raw, ref index) is not { } north || Next(raw, ref index) is not { } east)
                return null;
            latitude += north;
            longitude += east;
            positions.Add((longitude / UnitsPerDegree, latitude / UnitsPerDegree));
        }

        return positions;
    }

    private static int? Next(string raw, ref int index)
    {
        var coded = 0;
        for (var shift = 0; index < raw.Length && shift <= MaxShift; shift += 5)
        {
            var part = raw[index++] - Offset;
            if (part is < 0 or > 63)
                return null;
            coded |= (part & 31) << shift;
            if (part < 32)
                return (coded >> 1) ^ -(coded & 1);
        }

        return null;
    }
}
