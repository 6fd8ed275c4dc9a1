using System.Runtime.CompilerServices;

namespace MapTiler.Service;

/// <summary>Reads lists of the Service API. A page is requested when the items of the previous one have been read.</summary>
internal static class Pages
{
    private const int MinSize = 10;
    private const int MaxSize = 100;
    private const int MaxEmptyPages = 10;

    public static void CheckSize(int? pageSize)
    {
        if (pageSize is < MinSize or > MaxSize)
            throw new ArgumentOutOfRangeException(nameof(pageSize), $"The page size must be between {MinSize} and {MaxSize}.");
    }

    public static async IAsyncEnumerable<TItem> ReadAsync<TItem>(
        Endpoint endpoint, Func<string?, CancellationToken, Task<(IReadOnlyList<TItem> Items, string? Cursor)>> get, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        var emptyPages = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await get(cursor, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
                yield return item;

            cursor = page.Cursor;
            emptyPages = page.Items.Count == 0 ? emptyPages + 1 : 0;
            if (cursor is not null && (!seen.Add(cursor) || emptyPages > MaxEmptyPages))
            {
                throw new MapTilerException(MapTilerErrorReason.InvalidResponse,
                    $"The list {endpoint.Template} would never end, because the service returned the same cursor twice, or only empty pages. The items before it have been returned. Try again later.")
                { Endpoint = endpoint.Template };
            }
        }
        while (!string.IsNullOrEmpty(cursor));
    }
}
