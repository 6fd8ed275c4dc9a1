namespace MapTiler.Emulator;

/// <summary>The place types that the data has, from fine to coarse.</summary>
internal enum PlaceType
{
    Neighbourhood,
    Locality,
    Municipality,
    Region,
    Country,
}
