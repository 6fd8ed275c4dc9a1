namespace MapTiler.Emulator;

/// <summary>What has names on a map, the more important first.</summary>
internal enum MapLabelKind
{
    Country,
    Sea,
    Settlement,
}
