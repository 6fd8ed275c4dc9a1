namespace MapTiler.Emulator.Maps.Styles;

/// <summary>What the style of a map consists of.</summary>
/// <param name="Name">The id of the map, or what the ids of its variants begin with.</param>
/// <param name="Parts">The parts of the layers' template that it has, separated by spaces.</param>
/// <param name="Sources">The sources that read a tileset.</param>
internal sealed record StyleDesign(string Name, string Parts, params StyleSource[] Sources)
{
    /// <summary>Whether there is a source that contains nothing but the credit.</summary>
    public bool HasCredit { get; init; } = true;

    /// <summary>The first font of each font stack.</summary>
    public string Font { get; init; } = "Roboto";

    /// <summary>The second font of each font stack.</summary>
    public string FallbackFont { get; init; } = "Noto Sans";

    /// <summary>The id of the sprite sheet, or null if it is that of the map.</summary>
    public string? Sprite { get; init; }

    /// <summary>Whether the sprite is an array of sheets.</summary>
    public bool HasSpriteSheets { get; init; }

    /// <summary>The color of space around a globe; null if the metadata have none.</summary>
    public string? Space { get; init; }

    /// <summary>What is seen in space; null for nothing but its color.</summary>
    public string? SpacePreset { get; init; }

    /// <summary>Whether the metadata describe the halo of a globe.</summary>
    public bool HasHalo { get; init; }

    /// <summary>Whether the metadata list the groups of layers; else they are flat, as those of older styles are.</summary>
    public bool HasGroups { get; init; } = true;

    /// <summary>The center and zoom of the first view.</summary>
    public (double Longitude, double Latitude, double Zoom) View { get; init; } = (0, 0, 1);

    /// <summary>Whether the layers are those of MapTiler Planet v4.</summary>
    public bool IsV4 => Array.Exists(Sources, source => source.Tileset == "v4");

    /// <summary>The source that reads a tileset or a version of it, such as <c>contours-v2</c> for <c>contours</c>.</summary>
    public StyleSource? Find(string tileset) =>
        Array.Find(Sources, source => source.Tileset == tileset)
        ?? Array.Find(Sources, source => source.Tileset.StartsWith(tileset + "-", StringComparison.Ordinal));
}

/// <summary>A source of a style.</summary>
/// <param name="Id">The id of the source.</param>
/// <param name="Tileset">The id of the tileset that it reads.</param>
/// <param name="Type">The type as styles spell it, <c>vector</c>, <c>raster</c> or <c>raster-dem</c>.</param>
internal sealed record StyleSource(string Id, string Tileset, string Type = "vector");
