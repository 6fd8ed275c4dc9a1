namespace MapTiler.Emulator;

/// <summary>The number of letters that must be inserted, deleted, replaced or swapped with their neighbor.</summary>
internal static class EditDistance
{
    private const int MaxLength = 64;

    /// <summary>The number of edits that are allowed for a string of this length: none below four letters, one up to seven, then two.</summary>
    public static int Allowed(int length) => length < 4 ? 0 : length < 8 ? 1 : 2;

    /// <summary>The distance, or null if it is more than <paramref name="most"/>.</summary>
    public static int? Within(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || b.Length >= MaxLength)
            return null;

        Span<int> before = stackalloc int[MaxLength];
        Span<int> previous = stackalloc int[MaxLength];
        Span<int> current = stackalloc int[MaxLength];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var distance = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance = Math.Min(distance, before[j - 2] + 1);
                current[j] = distance;
                best = Math.Min(best, distance);
            }

            if (best > most)
                return null;
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[b.Length] <= most ? previous[b.Length] : null;
    }
}
