using System.Globalization;
using System.Text;

namespace MapTiler.Benchmarks.Parsing;

/// <summary>What the service answers to a batch of 50 queries in two languages: 5 places each, every one in four others.</summary>
internal static class BatchAnswer
{
    public const int Results = 50;
    public const int Features = 5;

    private static readonly (string Id, string Local, string German, string Kind, string Designation)[] Around =
    [
        ("municipality", "Brno", "Brünn", "admin_area", "city"),
        ("county", "okres Brno-město", "Bezirk Brünn-Stadt", "admin_area", "county"),
        ("region", "Jihomoravský kraj", "Südmährische Region", "admin_area", "region"),
        ("country", "Česko", "Tschechien", "admin_area", "country"),
    ];

    public static byte[] Utf8 { get; } = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Range(0, Results).Select(Result)) + "]");

    private static string Result(int i) => $$"""
        {"type":"FeatureCollection","features":[{{string.Join(",", Enumerable.Range(i * Features, Features).Select(Feature))}}],"query":["koblizna","{{i}}","brno"],"attribution":"<a href=\"https://www.maptiler.com/copyright/\" target=\"_blank\">&copy; MapTiler</a> <a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap contributors</a>"}
        """;

    private static string Feature(int i)
    {
        var (x, y) = (16.5 + i / 1000.0, 49.1 + i / 2000.0);
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            {"type":"Feature","properties":{"ref":"osm:w{{{1000 + i}}}","country_code":"cz","kind":"street","wikidata":"Q{{{i}}}","osm:place_type":"street"},"geometry":{"type":"Point","coordinates":[{{{x}}},{{{y}}}]},"bbox":[{{{x - 0.002}}},{{{y - 0.001}}},{{{x + 0.002}}},{{{y + 0.001}}}],"center":[{{{x}}},{{{y}}}],"place_name":"Kobližná {{{i}}}, Brno, Česko","place_type":["address"],"place_type_name":["Ulice"],"relevance":0.9{{{i % 10}}},"id":"address.{{{i}}}","text":"Kobližná {{{i}}}","language":"cs","address":"{{{i}}}","text_cs":"Kobližná {{{i}}}","language_cs":"cs","place_name_cs":"Kobližná {{{i}}}, Brno, Česko","text_de":"Krapfengasse {{{i}}}","language_de":"de","place_name_de":"Krapfengasse {{{i}}}, Brünn, Tschechien","context":[{{{string.Join(",", Around.Select((part, n) => Part(part, i + n)))}}}]}
            """);
    }

    private static string Part((string Id, string Local, string German, string Kind, string Designation) part, int i) => $$"""
        {"id":"{{part.Id}}.{{i}}","ref":"osm:r{{438171 + i}}","country_code":"cz","kind":"{{part.Kind}}","place_designation":"{{part.Designation}}","wikidata":"Q{{14960 + i}}","text":"{{part.Local}}","language":"cs","text_cs":"{{part.Local}}","language_cs":"cs","text_de":"{{part.German}}","language_de":"de"}
        """;
}
