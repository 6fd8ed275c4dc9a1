namespace MapTiler.Emulator;

/// <summary>A name by which a place is found.</summary>
internal readonly record struct NameEntry(string Folded, Place Place, PlaceName Name);
