namespace MapTiler.Emulator;

/// <summary>The best matches up to a limit, each place once.</summary>
internal sealed class BestMatches(int limit)
{
    private readonly List<Match> _matches = new(limit + 1);

    public IReadOnlyList<Match> Items => _matches;

    public bool IsEmpty => _matches.Count == 0;

    public bool WouldAccept(double score) => _matches.Count < limit || score >= _matches[^1].Score;

    public void Add(Match match)
    {
        var known = _matches.FindIndex(m => m.Place == match.Place);
        if (known >= 0)
        {
            if (Compare(_matches[known], match) <= 0)
                return;
            _matches.RemoveAt(known);
        }

        var index = _matches.FindIndex(m => Compare(match, m) < 0);
        _matches.Insert(index < 0 ? _matches.Count : index, match);
        if (_matches.Count > limit)
            _matches.RemoveAt(limit);
    }

    private static int Compare(Match a, Match b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Place.Id.CompareTo(b.Place.Id);
}
