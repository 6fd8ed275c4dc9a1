namespace MapTiler.Emulator;

/// <summary>The settings of a key that the Service API can change.</summary>
internal sealed record KeySettings(string Name, string? Description, IReadOnlyList<string> Origins, string? UserAgent);
