using System.Text.Json.Serialization;

namespace MapTiler.Benchmarks.Parsing;

public sealed class PlainProperties<TExtra>
{
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
