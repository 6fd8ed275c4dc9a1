namespace MapTiler;

/// <summary>Converts a collection to an asynchronous sequence.</summary>
internal static class AsyncItems
{
#pragma warning disable CS1998 // there is nothing to await
    public static async IAsyncEnumerable<T> AsAsync<T>(this IEnumerable<T> items)
#pragma warning restore CS1998
    {
        foreach (var item in items)
            yield return item;
    }
}
