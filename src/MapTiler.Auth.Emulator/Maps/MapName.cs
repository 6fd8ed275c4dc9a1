using System.Globalization;

namespace MapTiler.Emulator;

/// <summary>The names of maps.</summary>
internal static class MapName
{
    /// <summary>The words of the id of one of MapTiler's maps without its version, such as <c>Dataviz Dark</c>; the id of any other map.</summary>
    public static string Of(string mapId) => mapId switch
    {
        _ when !BuiltInMapIds.Contains(mapId) => mapId,
        _ when mapId.StartsWith("openstreetmap", StringComparison.Ordinal) => "OpenStreetMap" + Words(mapId["openstreetmap".Length..]),
        _ => Words(mapId).TrimStart(),
    };

    private static string Words(string id) => string.Concat(id.Split('-')
        .Where(word => word is not ("" or "v2" or "v4"))
        .Select(word => $" {CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)}"));
}
