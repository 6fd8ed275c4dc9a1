namespace MapTiler.Emulator;

/// <summary>The ids of sprite sheets that several maps share, as styles of MapTiler name them.</summary>
internal static class SpriteIds
{
    public const string Base = "019d2471-bb09-76a3-8579-649eaf1aac38";
    public const string OpenStreetMap = "019d2471-bb09-76a3-8579-65d9425a91f6";
}
