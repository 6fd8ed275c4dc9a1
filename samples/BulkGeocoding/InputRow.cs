namespace BulkGeocoding;

/// <summary>A row of the input.</summary>
/// <param name="Fields">One field for each column of the header.</param>
/// <param name="Query">What to search for; empty if the row is not to be sent.</param>
/// <param name="Problem">Why the row is not to be sent.</param>
internal sealed record InputRow(string[] Fields, string Query, string? Problem);
