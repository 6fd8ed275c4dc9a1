namespace MapTiler.Emulator;

/// <summary>A name in a language; null for a name without a language.</summary>
internal readonly record struct PlaceName(string Text, string? Language);
