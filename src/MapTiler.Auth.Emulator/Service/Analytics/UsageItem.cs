namespace MapTiler.Emulator;

/// <summary>An item by which usage is grouped: a service, a key or a service credential.</summary>
internal sealed record UsageItem(string Id, string Label, string? Description = null);
