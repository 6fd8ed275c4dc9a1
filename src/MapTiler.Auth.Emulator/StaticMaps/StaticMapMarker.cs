using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>A sign at a place.</summary>
/// <param name="Longitude">In degrees.</param>
/// <param name="Latitude">In degrees.</param>
/// <param name="Color">Of the pin.</param>
/// <param name="Anchor">For an icon, which of its points lies at the place; null for a pin.</param>
internal sealed record StaticMapMarker(double Longitude, double Latitude, SKColor Color, string? Anchor);
