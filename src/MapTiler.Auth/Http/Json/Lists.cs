namespace MapTiler;

/// <summary>Converts lists of a response to lists for the caller, which are never null and contain no null elements.</summary>
internal static class Lists
{
    public static IReadOnlyList<T> Known<T>(IReadOnlyList<T>? list)
        where T : class =>
        list is null ? [] : list.Contains(null!) ? [.. list.Where(item => item is not null)] : list;
}
