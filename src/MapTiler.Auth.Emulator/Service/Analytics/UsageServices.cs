namespace MapTiler.Emulator;

/// <summary>Which service a request is counted for.</summary>
internal static class UsageServices
{
    private static readonly UsageItem Tiles = new("tiles", "Tiles");
    private static readonly UsageItem Maps = new("rendered_maps_512", "Rendered maps (512px)");
    private static readonly UsageItem SmallMaps = new("rendered_maps_256", "Rendered maps (256px)");
    private static readonly UsageItem StaticMaps = new("static_maps", "Static maps");

    private static readonly Dictionary<string, UsageItem> Others = new(StringComparer.Ordinal)
    {
        ["coordinates"] = new("coordinates", "Coordinates"),
        ["data"] = new("datasets", "Datasets"),
        ["elevation"] = new("elevation", "Elevation"),
        ["geocoding"] = new("geocoding", "Geocoding"),
        ["images"] = new("images", "Images"),
        ["tiles"] = Tiles,
    };

    public static UsageItem Of(string path)
    {
        var segments = path.Split('/');
        return segments switch
        {
            ["", "maps", _, "static", ..] => StaticMaps,
            ["", "maps", _, "256", ..] => SmallMaps,
            ["", "maps", ..] => Maps,
            ["", var service, ..] when Others.TryGetValue(service, out var item) => item,
            _ => new("other", "Other"),
        };
    }
}
