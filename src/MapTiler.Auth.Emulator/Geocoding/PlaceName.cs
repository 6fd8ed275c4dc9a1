namespace MapTiler.Emulator;

/// <summary>A name in a language; without one it is just another name.</summary>
internal readonly record struct PlaceName(string Text, string? Language);
