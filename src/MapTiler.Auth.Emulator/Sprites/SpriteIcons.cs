using MapTiler.Emulator.Drawing;
using SkiaSharp;

namespace MapTiler.Emulator.Sprites;

/// <summary>The icons of the sprite sheets.</summary>
internal static class SpriteIcons
{
    private const int Size = 16;
    private const int LongestRef = 6;

    private const string Plane = "M7 2Q8 .5 9 2V6.5L15 10V11.5L9 9.5V13L11 14.5V15.5L8 14.8L5 15.5V14.5L7 13V9.5L1 11.5V10L7 6.5Z";
    private const string Train = "M4 1H12Q14 1 14 3V10Q14 12 12 12L14 15H12L11 13H5L4 15H2L4 12Q2 12 2 10V3Q2 1 4 1ZM4 3V7H12V3Z";

    private static readonly SKColor PinColor = new(0xC0, 0x39, 0x2B);

    /// <summary>Points and points of interest.</summary>
    public static IReadOnlyList<SpriteIcon> General { get; } =
    [
        new ShapeIcon("dot", 6, 6, "M3 0A3 3 0 0 1 3 6A3 3 0 0 1 3 0Z"),
        new ShapeIcon("circle", Size, Size, "M8 1A7 7 0 0 1 8 15A7 7 0 0 1 8 1Z"),
        .. Shapes(
            ("circle-dot", "M8 1A7 7 0 0 1 8 15A7 7 0 0 1 8 1ZM8 4A4 4 0 0 0 8 12A4 4 0 0 0 8 4ZM8 6A2 2 0 0 1 8 10A2 2 0 0 1 8 6Z"),
            ("square", "M1 1H15V15H1Z"),
            ("triangle", "M8 1L15 14H1Z"),
            ("star", "M8 1L10 6H15L11 9.2L12.6 14.5L8 11.3L3.4 14.5L5 9.2L1 6H6Z"),
            ("peak", "M8 1L15 14H1Z"),
            ("volcano", "M6 2H10L15 14H1Z"),
            ("park", "M8 1L13 7H10.5L14 11H9V15H7V11H2L5.5 7H3Z"),
            ("outdoor", "M7 1H9V3H13L15 5L13 7H9V15H7V7H3V3H7Z"),
            ("snow", "M7 1H9V6.3L13.5 3.6L14.5 5.4L10 8L14.5 10.6L13.5 12.4L9 9.7V15H7V9.7L2.5 12.4L1.5 10.6L6 8L1.5 5.4L2.5 3.6L7 6.3Z"),
            ("drinking_water", "M8 1Q13 7 13 10A5 5 0 0 1 3 10Q3 7 8 1Z"),
            ("hospital", "M6 2H10V6H14V10H10V14H6V10H2V6H6Z"),
            ("school", "M8 3L16 6.5L8 10L0 6.5ZM3.5 9L8 11L12.5 9V12Q8 14.5 3.5 12Z"),
            ("museum", "M8 1L15 5V6H1V5ZM2 7H4V12H2ZM7 7H9V12H7ZM12 7H14V12H12ZM1 13H15V15H1Z"),
            ("castle", "M2 2H4V4H6V2H10V4H12V2H14V15H10V11Q8 8.5 6 11V15H2Z"),
            ("place_of_worship", "M7 1H9V3H11V5H9V7L13 10V15H3V10L7 7V5H5V3H7Z"),
            ("restaurant", "M3 1H4V5H5V1H6V5H7V1H8V6Q8 7.5 6.5 8V15H4.5V8Q3 7.5 3 6ZM11 1Q13.5 3 13 8H12V15H10V1Z"),
            ("cafe", "M2 4H12V5H14V10H12Q12 13 9 13H5Q2 13 2 10ZM12 6.5V8.5H12.7V6.5Z"),
            ("shop", "M5 5V4Q5 1 8 1Q11 1 11 4V5H13.5L14.5 15H1.5L2.5 5ZM6.5 5H9.5V4Q9.5 2.5 8 2.5Q6.5 2.5 6.5 4Z"),
            ("lodging", "M1 3H3V8H9V5H13Q15 5 15 7V13H13V11H3V13H1Z")),
        new ColoredIcon("pin", (int)Pin.Width, (int)Pin.Height, canvas => Pin.Draw(canvas, Pin.Width / 2, Pin.Height, PinColor)),
    ];

    /// <summary>Traffic, and shields for references of one to six characters.</summary>
    public static IReadOnlyList<SpriteIcon> Transportation { get; } =
    [
        .. Shapes(
            ("airport", Plane),
            ("airfield", Plane),
            ("airbase", Plane),
            ("railway", Train),
            ("subway", Train),
            ("tramway", "M7 0H9V2H12Q13 2 13 3V11Q13 12 11.5 12.5L13 15H11L10 13H6L5 15H3L4.5 12.5Q3 12 3 11V3Q3 2 4 2H7ZM5 4V7H11V4Z"),
            ("bus_stop", "M3 2H13Q14 2 14 3V12H13V14H11V12H5V14H3V12H2V3Q2 2 3 2ZM4 4V8H12V4Z"),
            ("ferry_terminal", "M6 1H10V4H13V8L15 9L13 14Q8 16 3 14L1 9L3 8V4H6ZM5 6V7.3L8 6.2L11 7.3V6Z"),
            ("aerialway", "M0 4L16 1V2.5L8.8 3.9V6H13V14H3V6H7.2V4.2L0 5.5ZM5 8V11H11V8Z"),
            ("bicycle", "M4 7A3.5 3.5 0 0 1 4 14A3.5 3.5 0 0 1 4 7ZM12 7A3.5 3.5 0 0 1 12 14A3.5 3.5 0 0 1 12 7ZM5 9L7 5H6V4H9V5H8.3L10 9H12V11H4V9Z"),
            ("parking", "M4 2H9Q13 2 13 6Q13 10 9 10H7V14H4ZM7 5V7.5H8.7Q10 7.5 10 6.2Q10 5 8.7 5Z"),
            ("oneway", "M1 6.5H9V3L15 8L9 13V9.5H1Z"),
            ("crossing", "M1 2H3V14H1ZM5 2H7V14H5ZM9 2H11V14H9ZM13 2H15V14H13Z")),
        .. Shields("road", width => $"M2 1H{width - 2}Q{width - 1} 1 {width - 1} 2V14Q{width - 1} 15 {width - 2} 15H2Q1 15 1 14V2Q1 1 2 1Z"),
        .. Shields("exit", width => $"M7 1H{width - 7}A7 7 0 0 1 {width - 7} 15H7A7 7 0 0 1 7 1Z"),
        .. ((string[])["us-highway", "us-state", "ca-transcanada", "BR-highway", "CH-highway", "DE-highway", "GR-highway", "IT-highway", "KR-highway"])
            .SelectMany(network => Shields(network, width => $"M1 1H{width - 1}V10Q{width - 1} 13 {width - 4} 13.5L{width / 2} 15L4 13.5Q1 13 1 10Z")),
        .. Shields("us-interstate", width => $"M3 1Q{width / 2} 3 {width - 3} 1Q{width} 8 {width - 4} 12L{width / 2} 15L4 12Q0 8 3 1Z"),
    ];

    /// <summary>The traffic light and the pattern, with the sizes of MapTiler's.</summary>
    public static IReadOnlyList<SpriteIcon> Misc { get; } =
    [
        new ColoredIcon("traffic_signal", 9, 22, PaintTrafficSignal),
        new ColoredIcon("construction_pattern", 13, 13, PaintStripes),
    ];

    private static IEnumerable<SpriteIcon> Shapes(params (string Name, string Shape)[] shapes) =>
        shapes.Select(icon => new ShapeIcon(icon.Name, Size, Size, icon.Shape));

    private static IEnumerable<SpriteIcon> Shields(string network, Func<int, FormattableString> shape) => Enumerable.Range(1, LongestRef)
        .Select(length => (length, width: 12 + (6 * length)))
        .Select(shield => new ShapeIcon($"{network}_{shield.length}", shield.width, Size, FormattableString.Invariant(shape(shield.width))));

    private static void PaintTrafficSignal(SKCanvas canvas)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = new(0x4A, 0x4F, 0x55) };
        canvas.DrawRoundRect(SKRect.Create(9, 22), 3, 3, paint);
        foreach (var (y, color) in ((float, SKColor)[])[(4, SKColors.Red), (11, SKColors.Gold), (18, SKColors.LimeGreen)])
        {
            paint.Color = color;
            canvas.DrawCircle(4.5f, y, 2.5f, paint);
        }
    }

    /// <summary>Diagonal stripes that meet themselves at the sides.</summary>
    private static void PaintStripes(SKCanvas canvas)
    {
        using var restore = new SKAutoCanvasRestore(canvas);
        canvas.ClipRect(SKRect.Create(13, 13));
        using var paint = new SKPaint { Color = new(0xC9, 0xB9, 0x8A), StrokeWidth = 3, IsAntialias = true };
        for (var left = -13; left <= 13; left += 13)
            canvas.DrawLine(left - 2, 15, left + 15, -2, paint);
    }
}
