namespace MapTiler.Emulator.Geocoding;

/// <summary>All names in ordinal order of their folded form, so that names with the same beginning are adjacent.</summary>
internal sealed class NameIndex
{
    private readonly NameEntry[] _entries;
    private readonly uint[] _letters;

    /// <param name="sorted">In order already.</param>
    /// <param name="others">In any order.</param>
    public NameIndex(NameEntry[] sorted, NameEntry[] others)
    {
        Array.Sort(others, static (a, b) => string.CompareOrdinal(a.Folded, b.Folded));
        _entries = Merge(sorted, others);
        _letters = Array.ConvertAll(_entries, e => Letters(e.Folded));
    }

    public ReadOnlySpan<NameEntry> Entries => _entries;

    /// <summary>All names that begin with a string.</summary>
    public Range StartingWith(string folded) => LowerBound(folded)..LowerBound(folded[..^1] + (char)(folded[^1] + 1));

    /// <summary>All names that equal a string, or begin with it and continue with another word.</summary>
    public Range StartingWithWord(string folded)
    {
        // Spaces sort before all letters and digits, so the words that are only longer come last.
        var start = LowerBound(folded);
        return start..LowerBound(folded + '!', start);
    }

    /// <summary>Whether two strings can be this few edits apart, judged by their letters: each edit changes two letters at most.</summary>
    public bool MayBeNear(int index, uint letters, int edits) => uint.PopCount(_letters[index] ^ letters) <= 2 * (uint)edits;

    public static uint Letters(string folded)
    {
        var letters = 0u;
        foreach (var character in folded)
            letters |= 1u << (character % 32);
        return letters;
    }

    private int LowerBound(string folded, int low = 0)
    {
        var high = _entries.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(_entries[middle].Folded, folded) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static NameEntry[] Merge(NameEntry[] a, NameEntry[] b)
    {
        var merged = new NameEntry[a.Length + b.Length];
        int i = 0, j = 0;
        for (var k = 0; k < merged.Length; k++)
        {
            var takeA = j == b.Length || (i < a.Length && string.CompareOrdinal(a[i].Folded, b[j].Folded) <= 0);
            merged[k] = takeA ? a[i++] : b[j++];
        }

        return merged;
    }
}

/// <summary>A name that finds a place.</summary>
internal readonly record struct NameEntry(string Folded, Place Place, PlaceName Name);
