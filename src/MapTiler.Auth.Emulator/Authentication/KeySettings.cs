namespace MapTiler.Emulator;

/// <summary>What may be changed about a key while it works.</summary>
internal sealed record KeySettings(string Name, string? Description, IReadOnlyList<string> Origins, string? UserAgent);
