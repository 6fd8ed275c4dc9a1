namespace MapTiler.Service;

/// <summary>Is told bytes as they are read.</summary>
internal delegate void BytesRead(ReadOnlySpan<byte> bytes);
