using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>A marker at a location.</summary>
/// <param name="Longitude">In degrees.</param>
/// <param name="Latitude">In degrees.</param>
/// <param name="Color">Of the pin.</param>
/// <param name="Anchor">The point of an icon that is at the location; null for a pin.</param>
internal sealed record StaticMapMarker(double Longitude, double Latitude, SKColor Color, string? Anchor);
