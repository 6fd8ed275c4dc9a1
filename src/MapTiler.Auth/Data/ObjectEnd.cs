namespace MapTiler.Data;

/// <summary>Finds the end of a JSON object by its braces and quotes, over any number of blocks. Whether the object is valid JSON is not checked.</summary>
internal struct ObjectEnd
{
    private int _depth;
    private bool _isInString;

    /// <summary>The number of bytes that have been scanned. If the end was found, the closing brace is the last of them.</summary>
    public int Scanned { get; private set; }

    /// <summary>Scans the bytes that were added since the last call.</summary>
    /// <param name="json">All bytes after the opening brace.</param>
    /// <returns>Whether the end was found.</returns>
    public bool Find(ReadOnlySpan<byte> json)
    {
        while (true)
        {
            var rest = json.Slice(Scanned);
            var found = _isInString ? rest.IndexOfAny((byte)'"', (byte)'\\') : rest.IndexOfAny((byte)'"', (byte)'{', (byte)'}');
            if (found < 0 || (rest[found] == '\\' && found + 1 == rest.Length)) // an escape must be complete
            {
                Scanned += found < 0 ? rest.Length : found;
                return false;
            }

            Scanned += found + 1;
            switch (rest[found])
            {
                case (byte)'"': _isInString = !_isInString; break;
                case (byte)'\\': Scanned++; break;
                case (byte)'{': _depth++; break;
                default:
                    if (_depth-- == 0)
                        return true;
                    break;
            }
        }
    }
}
