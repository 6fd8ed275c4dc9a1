using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary><c>/geocoding/</c>: forward, reverse, by id, and batches.</summary>
internal static class GeocodingFacts
{
    private const string Nonsense = "jsajhgsdkfjhsfkjhaldkadjaslgldasd";
    private const string Empty = "{ type: 'FeatureCollection', features: [], query: any, attribution: string }";

    /// <summary>Query parameters that are rejected.</summary>
    private static readonly (string Name, string Query)[] Invalid =
    [
        ("a limit of zero", "limit=0"),
        ("a limit of eleven", "limit=11"),
        ("a limit that is no number", "limit=many"),
        ("a bounding box of three numbers", "bbox=5,45,10"),
        ("a bounding box beyond the poles", "bbox=5,45,10,91"),
        ("a proximity that is no position", "proximity=here"),
        ("an unknown type", "types=planet"),
        ("an unknown language", "language=xx"),
        ("a country that is no code", "country=switzerland"),
        ("a flag that is no boolean", "fuzzyMatch=maybe"),
        ("an unknown worldview", "worldview=mars"),
    ];

    public static IReadOnlyList<Fact> List { get; } =
    [
        new("a forward search", "/geocoding/Paris.json") { Json = "SearchResults", Source = GeocodingPage },
        new("the members of a search", "/geocoding/Paris.json")
        {
            Json = "{ type: 'FeatureCollection', features: [any+], query: any, attribution: any }", Source = Geocoding2024,
        },
        new("the credit of a search", "/geocoding/Paris.json") { Json = "{ attribution: Credit, ... }", Source = Geocoding2022 },
        new("the query of a forward search", "/geocoding/Austin,%20Laugh%20Factory.json")
        {
            Json = "{ query: ['austin', 'laugh', 'factory'], ... }", Source = Geocoding2024,
        },
        new("a search that finds nothing", $"/geocoding/{Nonsense}.json") { Json = $"{{ features: [], query: ['{Nonsense}'], ... }}", Source = Geocoding2022 },
        new("five features unless a limit is set", "/geocoding/San.json") { Json = "{ features: [any, any, any, any, any], ... }", Source = GeocodingPage },
        new("a limit", "/geocoding/San.json?limit=2") { Json = "{ features: [any, any], ... }", Source = GeocodingPage },
        new("the highest limit", "/geocoding/San.json?limit=10")
        {
            Json = "{ features: [any, any, any, any, any, any, any, any, any, any], ... }", Source = GeocodingPage,
        },
        new("the location of a city", "/geocoding/Paris.json?country=fr&types=municipality&limit=1")
        {
            Json = "{ features: [{ text: 'Paris', center: [2..2.6, 48.7..49], geometry: { type: 'Point', ... }, ... }+], ... }",
            Source = GeocodingPage,
        },
        new("a feature has one place type", "/geocoding/Paris.json")
        {
            Json = "{ features: [{ place_type: [PlaceType+], ... }+], ... }", Source = GeocodingPage,
        },
        new("the id of a feature begins with its type", "/geocoding/Switzerland.json?types=country&limit=1")
        {
            Json = @"{ features: [{ id: /^country\.\d+$/, place_type: ['country'], ... }+], ... }", Source = GeocodingPage,
        },
        new("the properties of a feature", "/geocoding/Paris.json?types=municipality&limit=1")
        {
            Json = @"{ features: [{ properties: { ref: /^osm:[rwn]\d+$/, country_code: Language, kind: string, place_type_name: [string], ... }, ... }+], ... }",
            Source = Geocoding2024,
        },
        new("the context of a feature", "/geocoding/Paris.json?country=fr&types=municipality&limit=1")
        {
            Json = "{ features: [{ context: [Context+], ... }+], ... }", Source = Geocoding2024,
        },
        new("the context contains the country", "/geocoding/Paris.json?country=fr&types=municipality&limit=1")
        {
            Json = @"{ features: [{ context: [some { id: /^country\.\d+$/, text: string, country_code: 'fr', ... }], ... }+], ... }",
            Source = Geocoding2024,
        },
        new("the context ends with the continent", "/geocoding/Paris.json?country=fr&types=municipality&limit=1")
        {
            Json = @"{ features: [{ context: [some { id: /^continental_marine\.\d+$/, text: string, categories: [string], ... }], ... }+], ... }",
            Source = Geocoding2024,
        },
        new("the country code is in lower case", "/geocoding/Paris.json?country=FR&types=municipality&limit=1")
        {
            Json = "{ features: [{ properties.country_code: 'fr', ... }+], ... }", Source = GeocodingPage,
        },

        new("one language", "/geocoding/Praha.json?language=en&types=municipality&limit=1")
        {
            Json = "{ features: [{ text: 'Prague', text_en: 'Prague', place_name_en: string, language: 'en', language_en: 'en', ... }+], ... }",
            Source = Geocoding2024,
        },
        new("two languages", "/geocoding/Praha.json?language=de,en&types=municipality&limit=1")
        {
            Json = "{ features: [{ text: 'Prag', text_de: 'Prag', text_en: 'Prague', ... }+], ... }", Source = GeocodingPage,
        },
        new("the matching text in another language", "/geocoding/Praha.json?language=en&types=municipality&limit=1")
        {
            Json = "{ features: [{ text: 'Prague', matching_text: 'Praha', ... }+], ... }", Source = GeocodingPage,
        },
        new("the languages of the browser", "/geocoding/Praha.json?types=municipality&limit=1")
        {
            Send = ["Accept-Language: de"], Json = "{ features: [{ text: 'Prag', ... }+], ... }", Source = GeocodingPage,
        },
        new("no language", "/geocoding/Praha.json?language=&types=municipality&limit=1")
        {
            Json = "{ features: [{ text: 'Praha', ... }+], ... }", Source = GeocodingPage,
        },

        new("only some countries", "/geocoding/Paris.json?country=us")
        {
            Json = "{ features: [{ properties.country_code: 'us', ... }+], ... }", Source = GeocodingPage,
        },
        new("only some types", "/geocoding/Zug.json?types=region,country")
        {
            Json = "{ features: [{ place_type: ['region' | 'country'], ... }+], ... }", Source = GeocodingPage,
        },
        new("all but some types", "/geocoding/Paris.json?types=municipality&excludeTypes=true")
        {
            Json = "{ features: [{ place_type: [/^(?!municipality$)/], ... }], ... }", Source = GeocodingPage,
        },
        new("only within a bounding box", "/geocoding/Paris.json?bbox=-97,33,-95,34")
        {
            Json = "{ features: [{ center: [-97..-95, 33..34], ... }+], ... }", Source = GeocodingPage,
        },
        new("the nearest first", "/geocoding/Paris.json?proximity=-95.55,33.66&types=municipality&limit=1")
        {
            Json = "{ features: [{ properties.country_code: 'us', ... }+], ... }", Source = GeocodingPage,
        },
        new("nearness to the caller", "/geocoding/Paris.json?proximity=ip&limit=1") { Json = "SearchResults", Source = GeocodingPage },
        new("a prefix", "/geocoding/Switzerl.json?types=country&limit=1")
        {
            Json = "{ features: [{ properties.country_code: 'ch', ... }+], ... }", Source = GeocodingPage,
        },
        new("no prefix without autocomplete", "/geocoding/Switzerl.json?types=country&autocomplete=false&fuzzyMatch=false")
        {
            Json = Empty, Source = GeocodingPage,
        },
        new("a typing error", "/geocoding/Switserland.json?types=country&limit=1")
        {
            Json = "{ features: [{ properties.country_code: 'ch', ... }+], ... }", Source = GeocodingPage,
        },
        new("no typing error without fuzzy matching", "/geocoding/Switserland.json?types=country&fuzzyMatch=false") { Json = Empty, Source = GeocodingPage },
        .. ((string[])["default", "auto", "ch", "us"]).Select(view => new Fact($"the worldview {view}", $"/geocoding/Paris.json?limit=1&worldview={view}")
        {
            Json = "SearchResults", Source = GeocodingPage,
        }),
        new("a point of interest has categories", "/geocoding/Caf%C3%A9%20Odeon.json?types=poi&limit=1")
        {
            Json = "{ features: [{ place_type: ['poi'], properties.categories: [string+], ... }+], ... }", Source = GeocodingPage,
        },
        new("a category finds points of interest", "/geocoding/cafe.json?types=poi&proximity=8.5451,47.3669")
        {
            Json = "{ features: [{ place_type: ['poi'], ... }+], ... }", Source = GeocodingPage,
        },
        new("an address has a house number", "/geocoding/Bahnhofstrasse%205%20Z%C3%BCrich.json?types=address&limit=1")
        {
            Json = "{ features: [{ address: '5', place_type: ['address'], ... }+], ... }", Source = Geocoding2022,
        },
        .. Invalid.Select(e => new Fact($"geocoding with {e.Name}", $"/geocoding/Paris.json?{e.Query}") { Status = 400, Source = OpenApi }),
        new("a query that is too long", $"/geocoding/{new string('a', 2000)}.json") { Status = 400, Source = OpenApi },

        new("a reverse search", "/geocoding/8.5417,47.3769.json") { Json = "SearchResults", Source = GeocodingPage },
        new("the query of a reverse search", "/geocoding/8.5417,47.3769.json") { Json = "{ query: [8.5417, 47.3769], ... }", Source = Geocoding2022 },
        new("a reverse search of one type", "/geocoding/8.5417,47.3769.json?types=country")
        {
            Json = "{ features: [{ place_type: ['country'], properties.country_code: 'ch', ... }+], ... }", Source = GeocodingPage,
        },
        new("a reverse search of several types with a limit", "/geocoding/8.5417,47.3769.json?types=country,municipality&limit=2")
        {
            Status = 400, Source = GeocodingPage,
        },
        new("a reverse search in a language", "/geocoding/14.42,50.09.json?types=municipality&language=de")
        {
            Json = "{ features: [{ text_de: string, ... }+], ... }", Source = GeocodingPage,
        },
        new("a reverse search beyond the poles", "/geocoding/8,91.json") { Status = 400, Source = GeocodingPage },

        new("a feature by its id", "/geocoding/{found-country}.json") { Json = "SearchResults", Source = GeocodingPage },
        new("a feature by its id has its full geometry", "/geocoding/{found-country}.json")
        {
            Json = "{ features: [{ place_type: ['country'], geometry.type: 'Polygon' | 'MultiPolygon' | 'GeometryCollection', ... }+], ... }",
            Source = GeocodingPage,
        },
        new("a feature by its id in a language", "/geocoding/{found-country}.json?language=de")
        {
            Json = "{ features: [{ text: 'Schweiz', ... }+], ... }", Source = GeocodingPage,
        },
        new("an id that does not exist", "/geocoding/country.99999999.json") { Json = "{ type: 'FeatureCollection', ... }", Source = Source.Guess },
        new("a batch", "/geocoding/Paris;8.5417,47.3769.json?types=municipality") { Json = "[SearchResults, SearchResults]", Source = GeocodingPage },
        new("a batch of one is no list", "/geocoding/Paris.json?limit=1") { Json = "{ type: 'FeatureCollection', ... }", Source = JavaScriptClient },
        new("an escaped semicolon is no batch", "/geocoding/Paris%3BBerlin.json?limit=1")
        {
            Json = "{ type: 'FeatureCollection', ... }", Source = JavaScriptClient,
        },
        new("a batch of more than fifty", $"/geocoding/{string.Join(';', Enumerable.Repeat("a", 51))}.json") { Status = 400, Source = GeocodingPage },
        new("an escaped slash in a query", "/geocoding/a%2Fb.json?limit=1") { Json = "{ type: 'FeatureCollection', ... }", Source = GeocodingPage },
    ];
}
