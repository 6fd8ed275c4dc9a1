using System.IO.Compression;
using System.Text;

namespace MapTiler.Emulator;

/// <summary>Reads what Data/build-gazetteer.mjs writes.</summary>
internal sealed class GazetteerReader
{
    private const string Format = "gazetteer 1";
    private const double UnitsPerDegree = 1e5;

    private static readonly PlaceType[] SettlementTypes = [PlaceType.Municipality, PlaceType.Locality, PlaceType.Neighbourhood];

    private readonly byte[] _bytes;
    private int _position;

    private GazetteerReader(byte[] bytes) => _bytes = bytes;

    public static Gazetteer ReadResource()
    {
        using var resource = typeof(GazetteerReader).Assembly.GetManifestResourceStream("gazetteer.br")!;
        using var unpacked = new BrotliStream(resource, CompressionMode.Decompress);
        using var bytes = new MemoryStream(4_000_000);
        unpacked.CopyTo(bytes);
        return new GazetteerReader(bytes.ToArray()).Read();
    }

    private Gazetteer Read()
    {
        if (ReadText() != Format)
            throw new InvalidDataException("The gazetteer has another format than this build reads.");

        var languages = ReadMany(ReadText);
        var countries = ReadMany(() => ReadCountry(languages));
        var number = 0;
        var regions = ReadMany(() => ReadRegion(countries, ++number));
        var settlements = ReadSettlements(regions);
        foreach (var _ in Enumerable.Range(0, ReadVarint()))
        {
            var place = settlements[ReadVarint()];
            var language = languages[ReadVarint()];
            place.AddTranslation(new(ReadText(), language));
        }

        // The source's name of a place leads; that of a nameless region finds nothing.
        var sorted = Array.ConvertAll(settlements, s => new NameEntry(NameFolding.Fold(s.Name), s, new(s.Name, null)));
        var named = regions.Where(r => r.Name.Length > 0).ToArray();
        var others = named.Select(r => new NameEntry(NameFolding.Fold(r.Name), r, new(r.Name, null)))
            .Concat(countries.Concat(settlements).SelectMany(Translations));
        return new(countries, named, settlements, new(sorted, [.. others]));
    }

    private static IEnumerable<NameEntry> Translations(Place place) =>
        place.Translations.Select(name => new NameEntry(NameFolding.Fold(name.Text), place, name));

    private Place ReadCountry(string[] languages)
    {
        var code = ReadText();
        var number = ReadVarint();
        var (population, box, longitude, latitude) = ReadExtent();
        var names = ReadMany(() =>
        {
            var language = languages[ReadVarint()];
            return new PlaceName(ReadText(), language);
        });
        var country = new Place
        {
            Type = PlaceType.Country,
            Id = number,
            Name = names[0].Text,
            CountryCode = code,
            Parent = null,
            Population = population,
            Longitude = longitude,
            Latitude = latitude,
            Extent = box,
        };
        Array.ForEach(names, country.AddTranslation);
        return country;
    }

    private Place ReadRegion(Place[] countries, int number)
    {
        var country = countries[ReadVarint()];
        var code = ReadText();
        var name = ReadText();
        var (population, box, longitude, latitude) = ReadExtent();
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
            Extent = box,
        };
    }

    private Place[] ReadSettlements(Place[] regions)
    {
        var names = ReadMany(ReadText);
        var ids = ReadColumn(names.Length, ReadVarint);
        var regionOf = ReadColumn(names.Length, ReadVarint);
        var types = ReadColumn(names.Length, ReadVarint);
        var populations = ReadColumn(names.Length, ReadVarint);
        var longitudes = ReadColumn(names.Length, ReadDegrees);
        var latitudes = ReadColumn(names.Length, ReadDegrees);
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

    private (int Population, GeoBox Box, double Longitude, double Latitude) ReadExtent() =>
        (ReadVarint(), new(ReadDegrees(), ReadDegrees(), ReadDegrees(), ReadDegrees()), ReadDegrees(), ReadDegrees());

    private T[] ReadMany<T>(Func<T> read) => ReadColumn(ReadVarint(), read);

    private static T[] ReadColumn<T>(int count, Func<T> read)
    {
        var items = new T[count];
        for (var i = 0; i < count; i++)
            items[i] = read();
        return items;
    }

    private int ReadVarint()
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _bytes[_position++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return (int)value;
        }
    }

    private double ReadDegrees()
    {
        var coded = ReadVarint();
        return ((coded >>> 1) ^ -(coded & 1)) / UnitsPerDegree;
    }

    private string ReadText()
    {
        var length = ReadVarint();
        var text = Encoding.UTF8.GetString(_bytes, _position, length);
        _position += length;
        return text;
    }
}
