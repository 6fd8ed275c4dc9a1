namespace MapTiler.ContractTests;

/// <summary>Facts that the emulator does not return yet. They are not tested until they are taken from this list.</summary>
internal static class Pending
{
    public static HashSet<string> Names { get; } =
    [
        "the credit of an older style",
        "the groups of layers in a style",
        "the halo and the space of a style",
        "the layers of a style read the schema v4",
        "the layers of an older style read the schema v3",
        "the members of a style",
        "the members of an older style",
        "the members of the style of a custom map",
        "the sources of aquarelle",
        "the sources of backdrop",
        "the sources of base-v4",
        "the sources of basic-v2",
        "the sources of dataviz",
        "the sources of hybrid-v4",
        "the sources of landscape",
        "the sources of ocean",
        "the sources of openstreetmap",
        "the sources of outdoor-v2",
        "the sources of streets-v2",
        "the sources of streets-v4",
        "the sources of topo-v2",
        "the sources of topo-v4",
        "the sources of winter-v2",
        "the sprite of base-v4",
        "the sprite of dataviz-v4-dark",
        "the sprite of hybrid-v4",
        "the sprite of ocean",
        "the sprite of openstreetmap",
        "the sprite of outdoor-v2",
        "the sprite of streets-v2",
        "the sprite of streets-v4",
        "the start of a style",
    ];
}
