namespace MapTiler.Emulator;

/// <summary>A place that was found.</summary>
/// <param name="Place">The place.</param>
/// <param name="Relevance">0 to 1, how well the text fits.</param>
/// <param name="Score">What matches are ordered by: relevance, importance, language and nearness.</param>
/// <param name="Name">The name that fitted; null where none was asked for.</param>
internal sealed record Match(Place Place, double Relevance, double Score, string? Name);
