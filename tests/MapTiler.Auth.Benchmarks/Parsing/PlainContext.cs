using System.Text.Json.Serialization;

namespace MapTiler.Benchmarks.Parsing;

public sealed class PlainContext<TExtra>
{
    public string? Id { get; set; }

    public string? Text { get; set; }

    public string? Language { get; set; }

    public string? Ref { get; set; }

    public string? CountryCode { get; set; }

    public string? Kind { get; set; }

    public List<string>? Categories { get; set; }

    public Dictionary<string, string>? FeatureTags { get; set; }

    public string? PlaceDesignation { get; set; }

    public string? Wikidata { get; set; }

    [JsonExtensionData, Newtonsoft.Json.JsonExtensionData]
    public Dictionary<string, TExtra>? Extra { get; set; }
}
