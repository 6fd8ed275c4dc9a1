using System.Buffers;

namespace MapTiler;

/// <summary>
/// The only place where text is escaped and numbers are formatted for an address. Everything that it writes is ASCII.
/// </summary>
internal ref struct UrlWriter
{
    /// <summary>What the service takes, without the 256 bytes that are kept for key and signature.</summary>
    public const int MaxLength = ServiceLimit - 256;

    private const int ServiceLimit = 8192;
    private const int StackLength = 512;

    private Span<char> _buffer;
    private char[]? _rented;
    private bool _hasQuery;
    private int _credentialLength;

    /// <summary>Starts a part of a URL, with a stack buffer of the caller.</summary>
    public UrlWriter(Span<char> buffer)
    {
        _buffer = buffer;
        _rented = null;
        _hasQuery = false;
        _credentialLength = 0;
        Length = 0;
    }

    /// <summary>Starts an address at the origin of <paramref name="baseAddress"/>, with a stack buffer of the caller's.</summary>
    public UrlWriter(Uri baseAddress, Span<char> buffer)
        : this(buffer)
    {
        Literal(baseAddress.AbsoluteUri.AsSpan());
        Length--; // the path brings its own slash
    }

    public int Length { get; private set; }

    public static int InitialLength => StackLength;

    /// <summary>Text that is an address already: a part of a path, a separator.</summary>
    public void Literal(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_buffer.Slice(Length));
        Length += text.Length;
    }

    public void Literal(string text) => Literal(text.AsSpan());

    public void Literal(char c)
    {
        Reserve(1);
        _buffer[Length++] = c;
    }

    /// <summary>One segment of a path that a caller gave. A dot segment would leave its folder even when escaped.</summary>
    /// <exception cref="ArgumentException">The segment is empty, <c>.</c> or <c>..</c>.</exception>
    public void Segment(string value, string parameter)
    {
        CheckSegment(value, parameter);
        Escaped(value);
    }

    /// <exception cref="ArgumentException">The segment is empty, <c>.</c> or <c>..</c>, plain or escaped.</exception>
    public static void CheckSegment(string value, string parameter)
    {
        Guard.NotNull(value, parameter);
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException("The text must not be empty.", parameter);
        if (value.IndexOf('%') >= 0 ? IsDots(Uri.UnescapeDataString(value)) : IsDots(value))
            throw new ArgumentException("'.' and '..' are not names: they would lead to another address.", parameter);
    }

    /// <summary>Any text as one value.</summary>
    public void Escaped(string value)
    {
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (IsUnreserved(value[i]))
                continue;

            Literal(value.AsSpan(start, i - start));
            start = i + 1;
            if (value[i] < 0x80)
            {
                Percent(value[i]);
            }
            else
            {
                // From the first letter beyond ASCII on the platform knows how: surrogates and all.
                Literal(Uri.EscapeDataString(value.Substring(i)));
                return;
            }
        }

        Literal(value.AsSpan(start));
    }

    public void Number(double value)
    {
        Reserve(FixedPoint.MaxLength);
        Length += FixedPoint.Write(value, _buffer.Slice(Length));
    }

    public void Number(int value) => Number((double)value);

    public void Location(LngLat location)
    {
        Number(location.Longitude);
        Literal(',');
        Number(location.Latitude);
    }

    public void Box(BoundingBox box)
    {
        Number(box.West);
        Literal(',');
        Number(box.South);
        Literal(',');
        Number(box.East);
        Literal(',');
        Number(box.North);
    }

    public void Tile(TileCoordinate tile)
    {
        Number(tile.Z);
        Literal('/');
        Number(tile.X);
        Literal('/');
        Number(tile.Y);
    }

    /// <summary>Starts the next query parameter; its value follows.</summary>
    public void Parameter(string name)
    {
        Literal(_hasQuery ? '&' : '?');
        _hasQuery = true;
        Literal(name);
        Literal('=');
    }

    public void Parameter(string name, string? value)
    {
        if (value is null)
            return;
        Parameter(name);
        Escaped(value);
    }

    public void Parameter(string name, bool? value)
    {
        if (value is null)
            return;
        Parameter(name);
        Literal(value.Value ? "true" : "false");
    }

    public void Parameter(string name, int? value)
    {
        if (value is null)
            return;
        Parameter(name);
        Number(value.Value);
    }

    /// <summary>The parameter that ends the address, in the room that is kept for it.</summary>
    public void Credential(string name, string value)
    {
        var start = Length;
        Parameter(name, value);
        _credentialLength = Length - start;
    }

    /// <summary>The whole address so far; gives the buffer back.</summary>
    /// <exception cref="MapTilerException">The address is longer than the service takes.</exception>
    public string Finish()
    {
        var length = Length;
        var fits = length - _credentialLength <= MaxLength && length <= ServiceLimit;
        var text = fits ? _buffer.Slice(0, length).ToString() : "";
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);
        _rented = null;
        return fits
            ? text
            : throw new MapTilerException(MapTilerErrorReason.UriTooLong,
                $"The address would be {length} bytes long; MapTiler takes 8192, of which 256 are kept for the credential. Nothing was sent. Send less text or fewer items.");
    }

    private static bool IsUnreserved(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '.' or '_' or '~';

    public static bool IsDots(string value) => value is "." or "..";

    private void Percent(char c)
    {
        const string Hex = "0123456789ABCDEF";
        Reserve(3);
        _buffer[Length++] = '%';
        _buffer[Length++] = Hex[c >> 4];
        _buffer[Length++] = Hex[c & 0xF];
    }

    private void Reserve(int more)
    {
        if (Length + more <= _buffer.Length)
            return;

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + more, _buffer.Length * 2));
        _buffer.Slice(0, Length).CopyTo(larger);
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);
        _buffer = _rented = larger;
    }
}
