using System.Runtime.CompilerServices;

namespace MapTiler.Service;

/// <summary>Reads lists of the Service API page by page as they are needed.</summary>
internal static class Pages
{
    private const int MinSize = 10;
    private const int MaxSize = 100;

    public static void CheckSize(int? pageSize)
    {
        if (pageSize is < MinSize or > MaxSize)
            throw new ArgumentOutOfRangeException(nameof(pageSize), $"A page has {MinSize} to {MaxSize} items.");
    }

    public static async IAsyncEnumerable<TItem> ReadAsync<TItem>(
        Endpoint endpoint, Func<string?, CancellationToken, Task<(IReadOnlyList<TItem> Items, string? Cursor)>> get, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await get(cursor, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
                yield return item;

            cursor = page.Cursor;
            if (cursor is not null && !seen.Add(cursor))
            {
                throw new MapTilerException(MapTilerErrorReason.InvalidResponse,
                    $"The list {endpoint.Template} leads back to a page that has been read, so it would never end. What was read before has been handed out.")
                { Endpoint = endpoint.Template };
            }
        }
        while (!string.IsNullOrEmpty(cursor));
    }
}
