namespace MapTiler.Maps;

/// <summary>A sprite of a style: an image that contains icons, and its index.</summary>
public sealed class StyleSprite
{
    /// <summary>
    /// The prefix of its icons: a layer refers to <c>misc:tunnel</c> of the sprite <c>misc</c>, and to the icons of the sprite <c>default</c> without a prefix.
    /// </summary>
    public string Id { get; set; } = "default";

    /// <summary>
    /// The URL without <c>@2x</c> and without the extension, such as <c>https://api.maptiler.com/sprites/general/sprite</c> (see
    /// <see cref="MapsClient.GetSpriteIndexAsync"/>; its sprite id is <c>general</c>).
    /// </summary>
    public string Url { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => Id;
}
