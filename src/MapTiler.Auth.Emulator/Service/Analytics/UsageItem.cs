namespace MapTiler.Emulator;

/// <summary>What usage is told apart by: a service, a key or a service credential.</summary>
internal sealed record UsageItem(string Id, string Label, string? Description = null);
