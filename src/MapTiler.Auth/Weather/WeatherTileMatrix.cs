using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>One zoom of the tiles of a variable.</summary>
public sealed record WeatherTileMatrix
{
    /// <summary>The zoom.</summary>
    [JsonPropertyName("zoom_level")]
    public int Zoom { get; init; }

    /// <summary>How many tiles stand beside each other.</summary>
    [JsonPropertyName("matrix_width")]
    public int Columns { get; init; }

    /// <summary>How many tiles stand above each other.</summary>
    [JsonPropertyName("matrix_height")]
    public int Rows { get; init; }

    /// <summary>The width of a tile in pixels.</summary>
    [JsonPropertyName("tile_width")]
    public int TileWidth { get; init; }

    /// <summary>The height of a tile in pixels.</summary>
    [JsonPropertyName("tile_height")]
    public int TileHeight { get; init; }

    /// <summary>The width of a pixel in the unit of the projection.</summary>
    [JsonPropertyName("pixel_x_size")]
    public double PixelWidth { get; init; }

    /// <summary>The height of a pixel in the unit of the projection.</summary>
    [JsonPropertyName("pixel_y_size")]
    public double PixelHeight { get; init; }
}
