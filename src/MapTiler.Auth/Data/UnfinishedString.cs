namespace MapTiler.Data;

/// <summary>
/// A JSON string whose end is not yet in the buffer. <c>Utf8JsonReader</c> scans it again from its beginning with each new block; this type continues.
/// </summary>
internal struct UnfinishedString
{
    private const int MinLength = 4 * 1024;

    private int _next;

    private UnfinishedString(int next) => Content = _next = next;

    /// <summary>The index of the first byte after the opening quote; 0 if there is no unfinished string.</summary>
    public int Content { get; }

    /// <summary>The number of bytes of the string that have been scanned.</summary>
    public readonly int Scanned => _next - Content;

    /// <summary>Returns the long string at which the reader stopped; the default value if it stopped at something else.</summary>
    public static UnfinishedString At(ReadOnlySpan<byte> unread)
    {
        if (unread.Length < MinLength)
            return default;

        var before = 0;
        while (before < unread.Length && unread[before] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)':')
            before++;
        return before < unread.Length && unread[before] == '"' ? new UnfinishedString(before + 1) : default;
    }

    /// <summary>Scans the bytes that were added since the last call for the end of the string.</summary>
    /// <returns>Whether the end was found.</returns>
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

    /// <summary>Returns the same string after its scanned bytes have been removed from the buffer.</summary>
    public readonly UnfinishedString WithoutScanned() => new(Content);
}
