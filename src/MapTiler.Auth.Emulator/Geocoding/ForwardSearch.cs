namespace MapTiler.Emulator.Geocoding;

/// <summary>
/// Finds places by name. Consecutive words of the query are a place's name, the other words describe where it is. Tried in this order until
/// something is found: names as typed, with umlauts spelled out, with typing errors, names with unexplained words.
/// </summary>
internal sealed class ForwardSearch
{
    private const int DefaultLimit = 5;
    private const int MaxWords = 16;
    private const int MaxNameWords = 8;
    private const int FuzzyWindows = 4;

    private readonly NameIndex[] _names;
    private readonly GeocodingParameters _parameters;
    private readonly BestMatches _best;

    private ForwardSearch(NameIndex[] names, GeocodingParameters parameters)
    {
        _names = names;
        _parameters = parameters;
        _best = new(parameters.Limit ?? DefaultLimit);
    }

    public static IReadOnlyList<Match> Find(NameIndex[] names, string query, GeocodingParameters parameters)
    {
        var search = new ForwardSearch(names, parameters);
        var folded = NameFolding.Fold(query);
        if (folded.Length > 0)
            search.Run(folded);
        return search._best.Items;
    }

    private void Run(string folded)
    {
        var words = Words(folded);
        ByName(words, partly: false);
        if (_best.IsEmpty && NameFolding.CollapseUmlauts(folded) is var collapsed && collapsed != folded)
            ByName(Words(collapsed), partly: false);
        if (!_parameters.FuzzyMatch)
            return;
        if (_best.IsEmpty)
            ByMisspeltName(words);
        if (_best.IsEmpty)
            ByName(words, partly: true);
    }

    /// <summary>The work grows with the square of the number of words, and addresses do not have more words.</summary>
    private static string[] Words(string folded) => folded.Split(' ') is var words && words.Length > MaxWords ? words[..MaxWords] : words;

    private void ByName(string[] words, bool partly)
    {
        for (var start = 0; start < words.Length; start++)
        {
            for (var end = Math.Min(words.Length, start + MaxNameWords); end > start; end--)
            {
                var window = new QueryWindow(words, start, end);
                var asPrefix = _parameters.Autocomplete && window.IsLast && !partly;
                if (partly && window.Text.Length < 3)
                    continue;
                foreach (var names in _names)
                {
                    foreach (ref readonly var entry in names.Entries[asPrefix ? names.StartingWith(window.Text) : names.StartingWithWord(window.Text)])
                        Consider(entry, window, NameFit(entry.Folded, window.Text), partly);
                }
            }
        }
    }

    private void ByMisspeltName(string[] words)
    {
        for (var end = words.Length; end > 0 && end > words.Length - FuzzyWindows; end--)
        {
            var window = new QueryWindow(words, 0, end);
            var edits = EditDistance.Allowed(window.Text.Length);
            if (edits > 0)
                ByMisspeltName(window, edits);
        }
    }

    /// <summary>The first letter is mostly right; all names are gone through only if it has to be wrong.</summary>
    private void ByMisspeltName(QueryWindow window, int edits)
    {
        foreach (var names in _names)
            ByMisspeltName(names, window, edits, names.StartingWith(window.Text[..1]));
        if (!_best.IsEmpty)
            return;
        foreach (var names in _names)
        {
            var bucket = names.StartingWith(window.Text[..1]);
            ByMisspeltName(names, window, edits, ..bucket.Start);
            ByMisspeltName(names, window, edits, bucket.End..);
        }
    }

    private void ByMisspeltName(NameIndex names, QueryWindow window, int edits, Range range)
    {
        var entries = names.Entries;
        var (offset, length) = range.GetOffsetAndLength(entries.Length);
        var letters = NameIndex.Letters(window.Text);
        for (var i = offset; i < offset + length; i++)
        {
            if (names.MayBeNear(i, letters, edits) && EditDistance.Within(window.Text, entries[i].Folded, edits) is { } distance)
                Consider(entries[i], window, 1 - (0.15 * distance), partly: false);
        }
    }

    private static double NameFit(string name, string words)
    {
        if (name.Length == words.Length)
            return 1;
        return name[words.Length] == ' ' ? 0.9 : 0.5 + (0.4 * words.Length / name.Length);
    }

    private void Consider(in NameEntry entry, in QueryWindow window, double textFit, bool partly)
    {
        var place = entry.Place;
        if (!Allows(place))
            return;
        var (explained, fits) = window.Explained(place, _parameters.Autocomplete);
        if (!fits && !partly)
            return;

        var relevance = Math.Round(textFit * explained, 6);
        var score = Ranking.Score(entry, relevance, _parameters);
        if (_best.WouldAccept(score))
            _best.Add(new(place, relevance, score, entry.Name.Text));
    }

    private bool Allows(Place place) =>
        _parameters.Allows(place.Type)
        && (_parameters.Countries.Count == 0 || _parameters.Countries.Contains(place.CountryCode))
        && (_parameters.Bounds is not { } bounds || bounds.Contains(place.Longitude, place.Latitude));
}

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
