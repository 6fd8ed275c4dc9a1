namespace MapTiler.Emulator;

/// <summary>The names of oceans and large seas and their locations, chosen by hand, since the packages with Natural Earth's data have none.</summary>
internal static class Seas
{
    private const string Ocean = "ocean";
    private const string Sea = "sea";
    private const string Bay = "bay";

    // Of a map that is 512 pixels wide: 11 pixels, with room for the spacing and the halo.
    private const double WidthOfLetter = 11.0 / 512;
    private const int PointsToEachSide = 4;

    private static readonly (string Name, string Class, double Longitude, double Latitude, int Rank)[] Known =
    [
        ("Pacific Ocean", Ocean, -140, 5, 1),
        ("Pacific Ocean", Ocean, 162, 25, 2),
        ("South Pacific Ocean", Ocean, -115, -35, 2),
        ("Atlantic Ocean", Ocean, -40, 29, 1),
        ("South Atlantic Ocean", Ocean, -15, -25, 2),
        ("Indian Ocean", Ocean, 78, -22, 1),
        ("Southern Ocean", Ocean, 90, -61, 2),
        ("Arctic Ocean", Ocean, -160, 77, 2),
        ("Mediterranean Sea", Sea, 18.5, 34.6, 4),
        ("Caribbean Sea", Sea, -75, 14.8, 4),
        ("Gulf of Mexico", Sea, -90.5, 25, 4),
        ("Bering Sea", Sea, -178, 57.5, 4),
        ("Arabian Sea", Sea, 64, 15, 4),
        ("Bay of Bengal", Bay, 88.5, 14.5, 4),
        ("Philippine Sea", Sea, 133, 19, 4),
        ("South China Sea", Sea, 114.5, 14.5, 5),
        ("Coral Sea", Sea, 155, -16, 4),
        ("Tasman Sea", Sea, 160, -38, 4),
        ("Norwegian Sea", Sea, 2, 67, 4),
        ("Barents Sea", Sea, 40, 74, 4),
        ("Hudson Bay", Bay, -86, 60, 4),
        ("Labrador Sea", Sea, -53, 57.5, 4),
        ("Black Sea", Sea, 34.5, 43.2, 5),
        ("North Sea", Sea, 3.3, 56.3, 5),
        ("Baltic Sea", Sea, 19.6, 57, 6),
        ("Sea of Okhotsk", Sea, 149, 54.5, 4),
        ("Sea of Japan", Sea, 134.5, 40, 5),
        ("Red Sea", Sea, 38, 20.5, 6),
        ("Caspian Sea", Sea, 50.6, 42, 6),
    ];

    public static readonly MapLabel[] Labels =
    [
        .. Known.Select((sea, index) => new MapLabel(
            index + 1, MapLabelKind.Sea, sea.Class, sea.Name, MercatorPoint.From(sea.Longitude, sea.Latitude), sea.Rank, 0, null)
        {
            Line = sea.Class == Ocean ? null : Line(sea.Name, sea.Longitude, sea.Latitude, sea.Rank),
        }),
    ];

    /// <summary>A line from west to east that is as long as the name at the first zoom that shows it.</summary>
    private static MercatorPath Line(string name, double longitude, double latitude, int rank)
    {
        var middle = MercatorPoint.From(longitude, latitude);
        var half = WidthOfLetter * name.Length / 2 / Math.Pow(2, rank - 1);
        return MercatorPath.Line([.. Enumerable.Range(-PointsToEachSide, (2 * PointsToEachSide) + 1)
            .Select(n => middle with { X = middle.X + (half * n / PointsToEachSide) })]);
    }
}
