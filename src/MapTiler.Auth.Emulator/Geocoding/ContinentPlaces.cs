using System.Text.Json.Serialization;
using System.Text.Json;

namespace MapTiler.Emulator.Geocoding;

/// <summary>Reads what Data/build-continents.mjs writes: the continents, and the continent and Wikidata id of each country.</summary>
internal sealed class ContinentPlaces
{
    private readonly Dictionary<string, Place> _byCode;
    private readonly ContinentData _data;

    public ContinentPlaces()
    {
        using var resource = typeof(ContinentPlaces).Assembly.GetManifestResourceStream("continents.json")!;
        _data = JsonSerializer.Deserialize(resource, ContinentJson.Default.ContinentData)!;
        var number = 0;
        _byCode = _data.Continents.ToDictionary(c => c.Code, c => Create(c, ++number));
    }

    public IEnumerable<Place> All => _byCode.Values;

    public Place? Of(string countryCode) => _data.Countries.TryGetValue(countryCode, out var known) ? _byCode[known[0]] : null;

    /// <summary>The id of a country at Wikidata; null if it is unknown.</summary>
    public string? Wikidata(string countryCode) => _data.Countries.TryGetValue(countryCode, out var known) ? known[1] : null;

    private static Place Create(ContinentItem continent, int number)
    {
        var place = new Place
        {
            Type = PlaceType.ContinentalMarine,
            Id = number,
            Name = continent.Names["en"],
            CountryCode = "",
            Parent = null,
            Population = 0,
            Longitude = continent.Lon,
            Latitude = continent.Lat,
            Wikidata = continent.Wikidata,
            Categories = ["continent"],
        };
        foreach (var (language, name) in continent.Names)
            place.AddTranslation(new(name, language));
        return place;
    }
}

/// <summary>The shape of Data/continents.json; of a country, its continent and its id at Wikidata.</summary>
internal sealed record ContinentData(ContinentItem[] Continents, Dictionary<string, string[]> Countries);

/// <summary>A continent of <see cref="ContinentData"/>.</summary>
internal sealed record ContinentItem(string Code, string Wikidata, double Lon, double Lat, Dictionary<string, string> Names);

/// <summary>Reads <see cref="ContinentData"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ContinentData))]
internal sealed partial class ContinentJson : JsonSerializerContext;
