namespace MapTiler;

/// <summary>Makes a value of the bytes of an answer.</summary>
internal delegate T? ResponseParser<T>(ReadOnlySpan<byte> body);
