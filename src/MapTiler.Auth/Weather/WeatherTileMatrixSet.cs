using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>The zooms of the tiles of a weather variable, and their sizes.</summary>
public sealed class WeatherTileMatrixSet
{
    /// <summary>The bounding box in the units of the projection: west, south, east, north. Empty if the service does not send it.</summary>
    [JsonPropertyName("bounds")]
    public IReadOnlyList<double> Bounds { get => field ?? []; set; }

    /// <summary>The zooms that have tiles. Empty if there are none.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<WeatherTileMatrix> Items { get => field ?? []; set; }

    /// <summary>Returns the zooms and the numbers of their tiles.</summary>
    public override string ToString() => string.Join(", ", Items);
}

/// <summary>One zoom of the tiles of a weather variable.</summary>
public sealed class WeatherTileMatrix
{
    /// <summary>The zoom of the tiles.</summary>
    [JsonPropertyName("zoom_level")]
    public int Zoom { get; set; }

    /// <summary>The number of columns of tiles.</summary>
    [JsonPropertyName("matrix_width")]
    public int Columns { get; set; }

    /// <summary>The number of rows of tiles.</summary>
    [JsonPropertyName("matrix_height")]
    public int Rows { get; set; }

    /// <summary>The width of a tile in pixels.</summary>
    [JsonPropertyName("tile_width")]
    public int TileWidth { get; set; }

    /// <summary>The height of a tile in pixels.</summary>
    [JsonPropertyName("tile_height")]
    public int TileHeight { get; set; }

    /// <summary>The width of a pixel in the units of the projection.</summary>
    [JsonPropertyName("pixel_x_size")]
    public double PixelWidth { get; set; }

    /// <summary>The height of a pixel in the units of the projection.</summary>
    [JsonPropertyName("pixel_y_size")]
    public double PixelHeight { get; set; }

    /// <summary>Returns the zoom and the number of its columns and rows.</summary>
    public override string ToString() => FormattableString.Invariant($"zoom {Zoom}: {Columns} x {Rows} tiles");
}
