namespace MapTiler.Tests;

/// <summary>Bodies of answers.</summary>
internal static class Answers
{
    public const string NoFeatures = """{"type":"FeatureCollection","features":[],"query":["x"],"attribution":"a"}""";

    public const string Brno = """{"type":"FeatureCollection","features":[{"type":"Feature","id":"municipality.1","text":"Brno","place_name":"Brno, Czechia","center":[16.6068,49.1952]}],"query":["brno"],"attribution":"a"}""";
}
