namespace MapTiler.Emulator;

/// <summary>A place that was found.</summary>
/// <param name="Place">The place.</param>
/// <param name="Relevance">How well the query matches, from 0 to 1.</param>
/// <param name="Score">What matches are ordered by: relevance, importance, language and nearness.</param>
/// <param name="Name">The name that matched; null for a search without a name.</param>
internal sealed record Match(Place Place, double Relevance, double Score, string? Name);
