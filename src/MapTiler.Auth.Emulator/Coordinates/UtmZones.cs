using System.Globalization;

namespace MapTiler.Emulator.Coordinates;

/// <summary>The zones of UTM: 326xx and 327xx on WGS 84, 258xx on ETRS89, 269xx on NAD83, 230xx on ED50.</summary>
internal static class UtmZones
{
    private const int Wgs84 = 4326;
    private const int Etrs89 = 4258;
    private const int Nad83 = 4269;
    private const int Ed50 = 4230;
    private const double SouthernNorthing = 10_000_000;

    public static IEnumerable<EpsgItem> Of(EpsgData data)
    {
        var (wgs84, etrs89, nad83, ed50) = (Find(Wgs84), Find(Etrs89), Find(Nad83), Find(Ed50));
        foreach (var zone in Enumerable.Range(1, 60))
        {
            yield return Create(32600 + zone, wgs84, zone, "+datum=WGS84", isSouth: false);
            yield return Create(32700 + zone, wgs84, zone, "+datum=WGS84", isSouth: true);
        }

        foreach (var zone in Enumerable.Range(28, 11))
            yield return Create(25800 + zone, etrs89, zone, "+ellps=GRS80", isSouth: false);
        foreach (var zone in Enumerable.Range(1, 23))
            yield return Create(26900 + zone, nad83, zone, "+datum=NAD83", isSouth: false);
        foreach (var zone in Enumerable.Range(28, 11))
        {
            var system = Create(23000 + zone, ed50, zone, "+ellps=intl", isSouth: false);
            yield return system with { Transformations = [.. data.Operations.Where(o => o.Source == Ed50 && o.Touches(system.Bbox!)).Select(o => o.Code)] };
        }

        EpsgItem Find(int code) => data.Items.First(s => s.Code == code);
    }

    private static EpsgItem Create(int code, EpsgItem datum, int zone, string proj4Datum, bool isSouth)
    {
        var west = (zone * 6) - 186;
        var name = Invariant($"{datum.Name} / UTM zone {zone}{(isSouth ? 'S' : 'N')}");
        return new()
        {
            Code = code,
            Kind = "CRS-PROJCRS",
            Name = name,
            Area = Invariant($"Between {Side(west)} and {Side(west + 6)}, {(isSouth ? "southern" : "northern")} hemisphere."),
            Bbox = isSouth ? [west, -80, west + 6, 0] : [west, 0, west + 6, 84],
            Unit = "metre",
            Transformations = datum.Transformations,
            Proj4 = Invariant($"+proj=utm +zone={zone}{(isSouth ? " +south" : "")} {proj4Datum} +units=m +no_defs"),
            Wkt = Invariant(
                $"""PROJCS["{name}",{datum.Wkt},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",{west + 3}],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",{(isSouth ? SouthernNorthing : 0)}],UNIT["metre",1],AXIS["X",EAST],AXIS["Y",NORTH],AUTHORITY["EPSG","{code}"]]"""),
        };
    }

    private static string Side(int longitude) => Invariant($"{Math.Abs(longitude)}°{(longitude < 0 ? 'W' : 'E')}");

    private static string Invariant(FormattableString format) => format.ToString(CultureInfo.InvariantCulture);
}
