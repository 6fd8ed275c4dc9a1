using System.Globalization;
using System.Text;

namespace MapTiler.Emulator.Geocoding;

/// <summary>Removes from a name what users often omit when they type it: case, diacritics, punctuation.</summary>
/// <remarks>The order of the data depends on it; build-gazetteer.mjs folds names in the same way.</remarks>
internal static class NameFolding
{
    /// <summary>Whether letters can be separated from their diacritics. Without ICU, strings stay as they are.</summary>
    public static bool IsSupported { get; } = "\u00FC".Normalize(NormalizationForm.FormD).Length == 2;

    public static string Fold(string name)
    {
        var decomposed = WithoutNoncharacters(name).Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        var gap = false;
        foreach (var character in decomposed)
        {
            if (IsDropped(character))
                continue;
            if (!char.IsLetter(character) && !char.IsNumber(character))
            {
                gap = true;
                continue;
            }

            if (gap && folded.Length > 0)
                folded.Append(' ');
            gap = false;
            Append(folded, char.ToLowerInvariant(character));
        }

        return folded.ToString();
    }

    /// <summary>Replaces the spelling of umlauts with two letters: <c>zuerich</c> becomes <c>zurich</c>.</summary>
    public static string CollapseUmlauts(string folded) =>
        folded.Replace("ae", "a", StringComparison.Ordinal)
            .Replace("oe", "o", StringComparison.Ordinal)
            .Replace("ue", "u", StringComparison.Ordinal);

    /// <summary>Replaces noncharacters such as U+FFFE with a space, because they cannot be normalized.</summary>
    private static string WithoutNoncharacters(string name)
    {
        if (!name.AsSpan().ContainsAnyExceptInRange('\0', '\uD7FF'))
            return name;
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            kept.Append(rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE ? new Rune(' ') : rune);
        return kept.ToString();
    }

    private static bool IsDropped(char character) =>
        character is '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´'
        || char.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static void Append(StringBuilder folded, char character) => _ = character switch
    {
        'ß' => folded.Append("ss"),
        'æ' => folded.Append("ae"),
        'œ' => folded.Append("oe"),
        'þ' => folded.Append("th"),
        'ø' => folded.Append('o'),
        'ł' => folded.Append('l'),
        'đ' or 'ð' => folded.Append('d'),
        'ı' => folded.Append('i'),
        'ħ' => folded.Append('h'),
        'ς' => folded.Append('σ'),
        _ => folded.Append(character),
    };
}

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
