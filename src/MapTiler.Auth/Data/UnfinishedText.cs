namespace MapTiler.Data;

/// <summary>
/// A JSON text whose end is not there yet. The reader of the platform begins it anew whenever more bytes come; this one goes on.
/// </summary>
internal struct UnfinishedText
{
    private const int WorthIt = 4 * 1024;

    private int _next;

    private UnfinishedText(int next) => Content = _next = next;

    /// <summary>Where the text begins after its quote; 0 if there is none.</summary>
    public int Content { get; }

    /// <summary>How many bytes of the text were seen.</summary>
    public readonly int Seen => _next - Content;

    /// <summary>The long text at which the reader stopped, if it is one.</summary>
    public static UnfinishedText At(ReadOnlySpan<byte> unread)
    {
        if (unread.Length < WorthIt)
            return default;

        var before = 0;
        while (before < unread.Length && unread[before] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)':')
            before++;
        return before < unread.Length && unread[before] == '"' ? new UnfinishedText(before + 1) : default;
    }

    /// <summary>Looks for the end in what has come since.</summary>
    /// <returns>Whether the end is there.</returns>
    public bool FindEnd(ReadOnlySpan<byte> unread)
    {
        while (unread.Slice(_next).IndexOfAny((byte)'"', (byte)'\\') is >= 0 and var found)
        {
            var at = _next + found;
            if (unread[at] == '"')
                return true;

            var escape = at + 1 < unread.Length && unread[at + 1] == 'u' ? 6 : 2;
            if (at + escape > unread.Length)
            {
                _next = at;
                return false;
            }

            _next = at + escape;
        }

        _next = unread.Length;
        return false;
    }

    /// <summary>The same text after the bytes that were seen are taken out.</summary>
    public readonly UnfinishedText WithoutSeen() => new(Content);
}
