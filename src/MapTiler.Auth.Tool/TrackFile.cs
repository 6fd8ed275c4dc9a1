using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace MapTiler.Tool;

/// <summary>Reads the line of a GPX or GeoJSON file: the first track, route or line string.</summary>
internal static class TrackFile
{
    /// <exception cref="UsageException">The file cannot be read, or contains no line.</exception>
    public static IReadOnlyList<LngLat> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var line = path.EndsWith(".gpx", StringComparison.OrdinalIgnoreCase) ? ReadGpx(stream) : ReadGeoJson(stream);
            return line.Count > 1 ? line : throw new UsageException($"{path} contains no line with two or more points.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file cannot be read. {e.Message}", e);
        }
        catch (Exception e) when (e is XmlException or JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new UsageException($"{path} is not a GPX file (.gpx) or GeoJSON. {e.Message.Split(" (Parameter")[0]}", e);
        }
    }

    private static List<LngLat> ReadGpx(Stream stream)
    {
        var line = new List<LngLat>();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "trkpt" or "rtept" && reader.IsStartElement())
                line.Add(LngLat.FromLatLng(Number(reader, "lat"), Number(reader, "lon")));
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "trk" or "rte" && line.Count > 0)
                break; // the first track or route
        }

        return line;
    }

    private static double Number(XmlReader reader, string attribute) =>
        double.Parse(reader.GetAttribute(attribute) ?? throw new FormatException($"A point has no attribute '{attribute}'."), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IReadOnlyList<LngLat> ReadGeoJson(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        return FindLine(document.RootElement) ?? [];
    }

    /// <summary>Searches the document in its order, without limits of what contains the line: a geometry, a feature, a collection.</summary>
    private static IReadOnlyList<LngLat>? FindLine(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(FindLine).FirstOrDefault(line => line is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        var type = element.TryGetProperty("type", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        if (type is "LineString" or "MultiLineString" && element.TryGetProperty("coordinates", out var coordinates))
            return ToLine(type == "LineString" || coordinates.GetArrayLength() == 0 ? coordinates : coordinates[0]);
        foreach (var member in (string[])["features", "geometry", "geometries"])
        {
            if (element.TryGetProperty(member, out var child) && FindLine(child) is { } line)
                return line;
        }

        return null;
    }

    private static List<LngLat> ToLine(JsonElement coordinates) => [.. coordinates.EnumerateArray().Select(position =>
        position.GetArrayLength() >= 2 ? new LngLat(position[0].GetDouble(), position[1].GetDouble()) : throw new FormatException("A position has fewer than two numbers."))];
}
