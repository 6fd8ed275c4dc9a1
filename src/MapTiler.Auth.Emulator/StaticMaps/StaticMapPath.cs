using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>A line or, if it has a fill, an area.</summary>
/// <param name="Positions">At least two.</param>
/// <param name="Fill">Null for none.</param>
/// <param name="Stroke">Null for none.</param>
/// <param name="Width">Of the line, in points.</param>
/// <param name="IsShortest">Whether it may cross the antimeridian.</param>
internal sealed record StaticMapPath(
    IReadOnlyList<(double Longitude, double Latitude)> Positions, SKColor? Fill, SKColor? Stroke, double Width, bool IsShortest)
{
    public const string DefaultFill = "rgba(255,255,255,0.4)";
    public const string DefaultStroke = "rgba(0,64,255,0.7)";
    public const double DefaultWidth = 1;
}
