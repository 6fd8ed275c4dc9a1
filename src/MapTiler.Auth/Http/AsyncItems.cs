namespace MapTiler;

/// <summary>Items that are there already, for what takes them as they come.</summary>
internal static class AsyncItems
{
#pragma warning disable CS1998 // it has nothing to wait for
    public static async IAsyncEnumerable<T> AsAsync<T>(this IEnumerable<T> items)
#pragma warning restore CS1998
    {
        foreach (var item in items)
            yield return item;
    }
}
