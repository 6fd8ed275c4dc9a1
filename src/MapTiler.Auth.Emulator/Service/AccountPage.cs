namespace MapTiler.Emulator;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">The first item of the next page, or null for the last one.</param>
/// <param name="TotalCount">How many items all pages have.</param>
internal sealed record AccountPage<T>(IReadOnlyList<T> Items, Guid? Next, int TotalCount);
