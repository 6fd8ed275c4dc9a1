using MapTiler.Emulator.Elevation;
using static MapTiler.Emulator.Tiles.SchemaLayer;

namespace MapTiler.Emulator.Tiles;

/// <summary>MapTiler Contours: the contour lines of the emulator's elevations, in meters and in feet.</summary>
internal sealed class ContourTileset(string name) : Tileset
{
    private const string MeterLayer = "contour";
    private const string FeetLayer = "contour_ft";
    private const int MinZoom = 9;
    private const int MaxZoom = 14;
    private const int CellsAcross = 64;
    private const double FeetPerMeter = 1 / 0.3048;

    // The finest interval, of which nth_line counts the multiples: 10 meters, or 20 feet.
    private const int MeterUnit = 10;
    private const int FeetUnit = 20;

    public override TilesetDescription Description { get; } = new()
    {
        Name = name,
        Description = "Contour lines of a surface that the emulator computes.",
        Attribution = null,
        Format = "pbf",
        MinZoom = MinZoom,
        MaxZoom = MaxZoom,
        VectorLayers =
        [
            Create(MeterLayer, MinZoom, "glacier# height# nth_line#"),
            Create(FeetLayer, MinZoom, "glacier# height# nth_line#"),
        ],
    };

    public override byte[]? Render(TileCoordinate tile)
    {
        var builder = new VectorTileBuilder(Description, tile);
        var units = tile.Z switch { <= 10 => 10, 11 => 5, 12 or 13 => 2, _ => 1 };
        var elevations = ElevationGrid.Sample(builder.Bounds, CellsAcross);
        Add(builder, MeterLayer, elevations, MeterUnit, units, 1);
        Add(builder, FeetLayer, elevations, FeetUnit, units, FeetPerMeter);
        return builder.Build();
    }

    private static void Add(VectorTileBuilder builder, string layer, ElevationGrid elevations, int unit, int units, double perMeter)
    {
        var interval = unit * units;
        var (first, last) = ((int)Math.Ceiling(elevations.Min * perMeter / interval), (int)Math.Floor(elevations.Max * perMeter / interval));
        for (var n = first; n <= last; n++)
            builder.AddLines(layer, n - first + 1, elevations.Contour(n * interval / perMeter), ("height", n * interval), ("nth_line", NthLine(n * units)));
    }

    /// <summary>The largest of 10, 5, 2 and 1 that divides the number of the line.</summary>
    private static int NthLine(int line) => line % 10 == 0 ? 10 : line % 5 == 0 ? 5 : line % 2 == 0 ? 2 : 1;
}
