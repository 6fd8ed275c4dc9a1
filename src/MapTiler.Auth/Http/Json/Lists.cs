namespace MapTiler;

/// <summary>Lists of an answer as they are handed out: never null, and without elements that are.</summary>
internal static class Lists
{
    public static IReadOnlyList<T> Known<T>(IReadOnlyList<T>? list)
        where T : class =>
        list is null ? [] : list.Contains(null!) ? [.. list.Where(item => item is not null)] : list;
}
