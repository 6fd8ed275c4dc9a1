using System.Globalization;
using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Weather;

/// <summary>The tileset of a variable at a full hour. The variable and the hour are part of its id, so that every frame ever listed exists.</summary>
internal sealed class WeatherFrame(WeatherVariable variable, DateTimeOffset time) : Tileset
{
    public const int TileSize = 256;
    public const int MaxZoom = 4;

    private const string IdInfix = "-0000-4000-8000-";
    private const int SecondsPerHour = 3600;

    // Before the year 10000.
    private const long MaxHour = 70_000_000;

    public override TilesetDescription Description { get; } = new()
    {
        Name = variable.Name,
        Description = variable.Description,
        Attribution = null,
        Format = "png",
        MaxZoom = MaxZoom,
        TileSize = TileSize,
    };

    public static string Id(WeatherVariable variable, DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{IndexOf(variable):x8}{IdInfix}{time.ToUnixTimeSeconds() / SecondsPerHour:x12}");

    public static WeatherFrame? Find(string id)
    {
        if (id.Length != 36 || !id.Contains(IdInfix, StringComparison.Ordinal) || !Guid.TryParseExact(id, "D", out _))
            return null;
        var index = int.Parse(id.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var hour = long.Parse(id.AsSpan(id.Length - 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return index >= 0 && index < WeatherVariable.All.Count && hour < MaxHour
            ? new(WeatherVariable.All[index], DateTimeOffset.FromUnixTimeSeconds(hour * SecondsPerHour))
            : null;
    }

    public override byte[]? Render(TileCoordinate tile)
    {
        var bounds = tile.Bounds;
        var pixel = (bounds.Right - bounds.Left) / TileSize;
        return RasterImage.FromColors(TileSize, Description.Format, (column, row) =>
        {
            var (red, green) = variable.At(
                WebMercator.Longitude(bounds.Left + ((column + 0.5) * pixel)), WebMercator.Latitude(bounds.Top + ((row + 0.5) * pixel)), time);
            return (variable.Encode(red), green is { } second ? variable.Encode(second) : (byte)0, 0);
        });
    }

    private static int IndexOf(WeatherVariable variable)
    {
        for (var i = 0; i < WeatherVariable.All.Count; i++)
        {
            if (WeatherVariable.All[i].Id == variable.Id)
                return i;
        }

        throw new ArgumentException("A variable that the catalog does not have.", nameof(variable));
    }
}
