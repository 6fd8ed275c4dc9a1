namespace MapTiler.Emulator;

/// <summary>A state or province of one of the countries whose states Natural Earth has at 1:50 million.</summary>
/// <param name="CountryCode">The two-letter code of ISO 3166.</param>
/// <param name="Abbreviation">The postal code, for example <c>CA</c> for California.</param>
/// <param name="Name">The name in English.</param>
/// <param name="Label">The location of its name.</param>
internal sealed record State(string CountryCode, string Abbreviation, string Name, MercatorPoint Label);
