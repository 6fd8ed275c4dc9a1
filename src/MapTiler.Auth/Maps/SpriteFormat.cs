namespace MapTiler.Maps;

/// <summary>The two files of a sprite.</summary>
public enum SpriteFormat
{
    /// <summary>The index: where each icon is in the picture.</summary>
    Json,

    /// <summary>The picture that holds the icons.</summary>
    Png,
}
