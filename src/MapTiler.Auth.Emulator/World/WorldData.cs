namespace MapTiler.Emulator;

/// <summary>All that world.br holds.</summary>
internal sealed record WorldData(WorldScale Coarse, WorldScale Fine, IReadOnlyList<MercatorPath> Lakes, IReadOnlyList<MercatorPath> Rivers);
