using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>One zoom of the tiles of a variable.</summary>
public sealed class WeatherTileMatrix
{
    /// <summary>The zoom.</summary>
    [JsonPropertyName("zoom_level")]
    public int Zoom { get; set; }

    /// <summary>How many tiles stand beside each other.</summary>
    [JsonPropertyName("matrix_width")]
    public int Columns { get; set; }

    /// <summary>How many tiles stand above each other.</summary>
    [JsonPropertyName("matrix_height")]
    public int Rows { get; set; }

    /// <summary>The width of a tile in pixels.</summary>
    [JsonPropertyName("tile_width")]
    public int TileWidth { get; set; }

    /// <summary>The height of a tile in pixels.</summary>
    [JsonPropertyName("tile_height")]
    public int TileHeight { get; set; }

    /// <summary>The width of a pixel in the unit of the projection.</summary>
    [JsonPropertyName("pixel_x_size")]
    public double PixelWidth { get; set; }

    /// <summary>The height of a pixel in the unit of the projection.</summary>
    [JsonPropertyName("pixel_y_size")]
    public double PixelHeight { get; set; }
}
