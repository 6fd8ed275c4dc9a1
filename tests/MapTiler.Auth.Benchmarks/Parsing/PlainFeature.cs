using System.Text.Json.Serialization;

namespace MapTiler.Benchmarks.Parsing;

public sealed class PlainFeature<TExtra>
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Text { get; set; }

    public string? Language { get; set; }

    public string? PlaceName { get; set; }

    public string? MatchingText { get; set; }

    public string? MatchingPlaceName { get; set; }

    public List<string>? PlaceType { get; set; }

    public List<string>? PlaceTypeName { get; set; }

    public double Relevance { get; set; }

    public double[]? Bbox { get; set; }

    public double[]? Center { get; set; }

    public PlainPoint? Geometry { get; set; }

    public PlainProperties<TExtra>? Properties { get; set; }

    public List<PlainContext<TExtra>>? Context { get; set; }

    public string? Address { get; set; }

    [JsonExtensionData, Newtonsoft.Json.JsonExtensionData]
    public Dictionary<string, TExtra>? Extra { get; set; }
}
