using MapTiler.Emulator.Data;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Geocoding;

/// <summary>Reads what Data/build-gazetteer.mjs writes.</summary>
internal sealed class GazetteerReader
{
    private const double UnitsPerDegree = 1e5;

    private static readonly PlaceType[] SettlementTypes = [PlaceType.Municipality, PlaceType.Locality, PlaceType.Neighbourhood];

    private readonly ContinentPlaces _continents = new();
    private readonly BinaryDataReader _reader = BinaryDataReader.Open("gazetteer.br", "gazetteer 1");

    public static Gazetteer ReadResource() => new GazetteerReader().Read();

    private Gazetteer Read()
    {
        var languages = _reader.ReadMany(_reader.ReadString);
        var countries = _reader.ReadMany(() => ReadCountry(languages));
        var number = 0;
        var regions = _reader.ReadMany(() => ReadRegion(countries, ++number));
        var settlements = ReadSettlements(regions);
        foreach (var _ in Enumerable.Range(0, _reader.ReadVarint()))
        {
            var place = settlements[_reader.ReadVarint()];
            var language = languages[_reader.ReadVarint()];
            place.AddTranslation(new(_reader.ReadString(), language));
        }

        // The name from the source is first. Regions without a name cannot be found.
        var sorted = Array.ConvertAll(settlements, s => new NameEntry(NameFolding.Fold(s.Name), s, new(s.Name, null)));
        var named = regions.Where(r => r.Name.Length > 0).ToArray();
        var others = named.Select(r => new NameEntry(NameFolding.Fold(r.Name), r, new(r.Name, null)))
            .Concat(_continents.All.Concat(countries).Concat(settlements).SelectMany(Translations));
        return new([.. _continents.All], countries, named, settlements, new(sorted, [.. others]));
    }

    private static IEnumerable<NameEntry> Translations(Place place) =>
        place.Translations.Select(name => new NameEntry(NameFolding.Fold(name.Text), place, name));

    private Place ReadCountry(string[] languages)
    {
        var code = _reader.ReadString();
        var number = _reader.ReadVarint();
        var (population, bounds, longitude, latitude) = ReadExtent();
        var names = _reader.ReadMany(() =>
        {
            var language = languages[_reader.ReadVarint()];
            return new PlaceName(_reader.ReadString(), language);
        });
        var country = new Place
        {
            Type = PlaceType.Country,
            Id = number,
            Name = names[0].Text,
            CountryCode = code,
            Parent = _continents.Of(code),
            Wikidata = _continents.Wikidata(code),
            Population = population,
            Longitude = longitude,
            Latitude = latitude,
            Extent = bounds,
        };
        Array.ForEach(names, country.AddTranslation);
        return country;
    }

    private Place ReadRegion(Place[] countries, int number)
    {
        var country = countries[_reader.ReadVarint()];
        var code = _reader.ReadString();
        var name = _reader.ReadString();
        var (population, bounds, longitude, latitude) = ReadExtent();
        return new()
        {
            Type = PlaceType.Region,
            Id = number,
            Name = name,
            CountryCode = country.CountryCode,
            RegionCode = code,
            Parent = country,
            Population = population,
            Longitude = longitude,
            Latitude = latitude,
            Extent = bounds,
        };
    }

    private Place[] ReadSettlements(Place[] regions)
    {
        var names = _reader.ReadMany(_reader.ReadString);
        var ids = BinaryDataReader.ReadColumn(names.Length, _reader.ReadVarint);
        var regionOf = BinaryDataReader.ReadColumn(names.Length, _reader.ReadVarint);
        var types = BinaryDataReader.ReadColumn(names.Length, _reader.ReadVarint);
        var populations = BinaryDataReader.ReadColumn(names.Length, _reader.ReadVarint);
        var longitudes = BinaryDataReader.ReadColumn(names.Length, ReadDegrees);
        var latitudes = BinaryDataReader.ReadColumn(names.Length, ReadDegrees);
        var settlements = new Place[names.Length];
        for (var i = 0; i < settlements.Length; i++)
        {
            var region = regions[regionOf[i]];
            settlements[i] = new()
            {
                Type = SettlementTypes[types[i]],
                Id = ids[i],
                Name = names[i],
                CountryCode = region.CountryCode,
                Parent = region.Name.Length > 0 ? region : region.Parent,
                Population = populations[i],
                Longitude = longitudes[i],
                Latitude = latitudes[i],
            };
        }

        return settlements;
    }

    private (int Population, BoundingBox Bounds, double Longitude, double Latitude) ReadExtent() =>
        (_reader.ReadVarint(), new(ReadDegrees(), ReadDegrees(), ReadDegrees(), ReadDegrees()), ReadDegrees(), ReadDegrees());

    private double ReadDegrees() => _reader.ReadSigned() / UnitsPerDegree;
}
