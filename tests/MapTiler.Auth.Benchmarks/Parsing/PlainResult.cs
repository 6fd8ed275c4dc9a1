namespace MapTiler.Benchmarks.Parsing;

/// <summary>The fields of <see cref="Geocoding.GeocodingResult"/> as people write them for a serializer that works by reflection.</summary>
/// <typeparam name="TExtra">What the serializer makes of a member that has no property.</typeparam>
public sealed class PlainResult<TExtra>
{
    public string? Type { get; set; }

    public List<PlainFeature<TExtra>>? Features { get; set; }

    public List<string>? Query { get; set; }

    public string? Attribution { get; set; }
}
