namespace MapTiler.Emulator;

/// <summary>A name that finds a place.</summary>
internal readonly record struct NameEntry(string Folded, Place Place, PlaceName Name);
