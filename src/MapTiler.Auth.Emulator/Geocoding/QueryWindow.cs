namespace MapTiler.Emulator;

/// <summary>Some words of a query in a row, taken for a name, and the words around them.</summary>
internal readonly struct QueryWindow(string[] words, int start, int end)
{
    public string Text { get; } = string.Join(' ', words, start, end - start);

    /// <summary>Whether it contains the last word, which the user may still be typing.</summary>
    public bool IsLast => end == words.Length;

    /// <summary>
    /// The share of the words that a place explains: those of its name, and those around it that its postal code, region or
    /// country is called by. A place can fit although it does not explain a number, which may be a house number or postal code.
    /// </summary>
    public (double Share, bool Fits) Explained(Place place, bool lastMayBePrefix)
    {
        if (end - start == words.Length)
            return (1, true);

        double explained = end - start;
        var fits = true;
        for (var i = 0; i < words.Length; i++)
        {
            if (i >= start && i < end)
                continue;
            if (IsContext(words[i], place, lastMayBePrefix && i == words.Length - 1))
                explained++;
            else
                fits &= IsNumber(words[i]);
        }

        return (explained / words.Length, fits);
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    private static bool IsContext(string word, Place place, bool asPrefix)
    {
        foreach (var known in place.ContextWords)
        {
            if (asPrefix ? known.StartsWith(word, StringComparison.Ordinal) : known == word)
                return true;
        }

        return false;
    }
}
