namespace MapTiler.Emulator;

/// <summary>A line between two states of a country.</summary>
/// <param name="Path">The line.</param>
/// <param name="CountryCode">The two-letter code of ISO 3166.</param>
internal sealed record StateBorder(MercatorPath Path, string CountryCode);
