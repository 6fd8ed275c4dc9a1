namespace MapTiler.Service;

/// <summary>
/// The metadata of a tileset, all of which <see cref="TilesetsClient.UpdateAsync"/> replaces. <see cref="Tileset.ToMetadata"/> copies the present ones.
/// </summary>
public sealed class TilesetMetadata
{
    /// <summary>Gets or sets the title of the tileset. It is required and may be empty.</summary>
    /// <value>The default is <see langword="null"/>, which is not valid.</value>
    public string? Title { get; set; }

    /// <summary>Gets or sets the description of the tileset. It is required and may be empty.</summary>
    /// <value>The default is <see langword="null"/>, which is not valid.</value>
    public string? Description { get; set; }

    /// <summary>Gets or sets the attribution to show on maps, as HTML.</summary>
    /// <value>The default is <see langword="null"/>: no attribution.</value>
    public string? Attribution { get; set; }

    /// <exception cref="ArgumentException">The title or the description is missing.</exception>
    internal HttpContent ToContent(string parameter)
    {
        Require(Title, nameof(Title), parameter);
        Require(Description, nameof(Description), parameter);
        return ServiceJson.Content(this, ServiceJson.Default.TilesetMetadata);
    }

    private static void Require(string? value, string name, string parameter)
    {
        if (value is null)
            throw new ArgumentException($"{name} is required, because all metadata are replaced. Set it, or start from Tileset.ToMetadata().", parameter);
    }
}
