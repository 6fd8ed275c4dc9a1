namespace MapTiler.Emulator;

/// <summary>The content of world.br.</summary>
internal sealed record WorldData(
    WorldScale Coarse, WorldScale Fine, IReadOnlyList<MercatorPath> Lakes, IReadOnlyList<MercatorPath> Rivers,
    IReadOnlyList<StateBorder> StateBorders, IReadOnlyList<State> States, IReadOnlySet<int> Capitals);
