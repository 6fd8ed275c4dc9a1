namespace MapTiler.Emulator;

/// <summary>The locations of the names of the continents, chosen by hand.</summary>
internal static class Continents
{
    public static readonly (string Name, MercatorPoint Point)[] Labels =
    [
        ("Africa", MercatorPoint.From(20, 5)),
        ("Antarctica", MercatorPoint.From(60, -79)),
        ("Asia", MercatorPoint.From(90, 45)),
        ("Europe", MercatorPoint.From(22, 52)),
        ("North America", MercatorPoint.From(-101, 46)),
        ("Oceania", MercatorPoint.From(137, -22)),
        ("South America", MercatorPoint.From(-60, -12)),
    ];
}
