namespace MapTiler.Emulator;

/// <summary>The land at one scale of Natural Earth.</summary>
/// <param name="Countries">The countries.</param>
/// <param name="Land">The rings of all of them together.</param>
/// <param name="Borders">The lines between them.</param>
internal sealed record WorldScale(IReadOnlyList<Country> Countries, IReadOnlyList<MercatorPath> Land, IReadOnlyList<Border> Borders);
