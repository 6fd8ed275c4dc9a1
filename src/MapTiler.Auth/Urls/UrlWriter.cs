using System.Buffers;
#if !NET
using System.Text;
#endif

namespace MapTiler.Urls;

/// <summary>
/// Escapes strings and formats numbers for URLs; no other type does. Everything that it writes is ASCII.
/// </summary>
internal ref struct UrlWriter
{
    /// <summary>The maximum length of a URL of the service, without the 256 bytes that are reserved for the key and the signature.</summary>
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

    /// <summary>Starts a URL below <paramref name="baseAddress"/>, with a stack buffer of the caller.</summary>
    public UrlWriter(Uri baseAddress, Span<char> buffer)
        : this(buffer)
    {
        Literal(baseAddress.AbsoluteUri.AsSpan());
        Length--; // the path starts with a slash
    }

    public int Length { get; private set; }

    public static int InitialLength => StackLength;

    /// <summary>Returns a part of a URL.</summary>
    public static string Part(PartWriter write)
    {
        var url = new UrlWriter(stackalloc char[InitialLength]);
        write(ref url);
        return url.Finish();
    }

    /// <summary>Writes a part of a URL that needs no escaping.</summary>
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

    /// <summary>Writes one path segment of the caller. A dot segment is rejected, because it would change the path even if it is escaped.</summary>
    /// <exception cref="ArgumentException">The segment is empty, <c>.</c> or <c>..</c>.</exception>
    public void Segment(string value, string parameter)
    {
        CheckSegment(value, parameter);
        Escaped(value);
    }

    /// <summary>Writes a search string of the caller as the beginning of a path segment. The segment continues with a literal, so that it is never a dot segment.</summary>
    /// <exception cref="ArgumentException">The string is empty.</exception>
    public void Text(string? value, string parameter)
    {
        CheckNotEmpty(value, parameter);
        Escaped(value!);
    }

    /// <exception cref="ArgumentException">The segment is empty, <c>.</c> or <c>..</c>, plain or escaped.</exception>
    public static void CheckSegment(string value, string parameter)
    {
        CheckNotEmpty(value, parameter);
        if (IsEscapedDots(value))
            throw new ArgumentException("'.' and '..' are not valid here, because they would change the path of the URL.", parameter);
    }

    /// <summary>Writes any string, escaped.</summary>
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
                // From the first non-ASCII character on, the rest is escaped as a whole, including surrogates.
#if NET
                Literal(Uri.EscapeDataString(value.Substring(i)));
#else
                foreach (var octet in Encoding.UTF8.GetBytes(value.Substring(i))) // .NET Framework escapes neither long texts nor half of a surrogate pair
                {
                    if (!IsUnreserved((char)octet))
                    {
                        Percent((char)octet);
                        continue;
                    }

                    Reserve(1);
                    _buffer[Length++] = (char)octet;
                }
#endif
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

    public void Box(BoundingBox bounds)
    {
        Number(bounds.West);
        Literal(',');
        Number(bounds.South);
        Literal(',');
        Number(bounds.East);
        Literal(',');
        Number(bounds.North);
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

    /// <summary>Writes the credential as the last parameter, in the reserved length.</summary>
    public void Credential(string name, string value)
    {
        var start = Length;
        Parameter(name, value);
        _credentialLength = Length - start;
    }

    /// <summary>Returns the URL and releases the buffer.</summary>
    /// <exception cref="MapTilerException">The URL is longer than the limit of the service.</exception>
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
                $"The URL would be {length} bytes long, but the limit is 8192 bytes, of which 256 are reserved for the credential. The request was not sent. Send a shorter query or fewer items.");
    }

    private static void CheckNotEmpty(string? value, string parameter)
    {
        Guard.NotNull(value, parameter);
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException("The value must not be empty.", parameter);
    }

    private static bool IsUnreserved(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '.' or '_' or '~';

    public static bool IsDots(string value) => value is "." or "..";

    /// <summary>Indicates whether the value can be a path segment: it is not empty, <c>.</c> or <c>..</c>, plain or escaped.</summary>
    public static bool IsSegment(string? value) => !string.IsNullOrWhiteSpace(value) && !IsEscapedDots(value!);

    private static bool IsEscapedDots(string value) => IsDots(value.IndexOf('%') >= 0 ? Uri.UnescapeDataString(value) : value);

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

/// <summary>Writes a part of a URL.</summary>
internal delegate void PartWriter(ref UrlWriter url);

/// <summary>Writes an item of a batch into a URL.</summary>
/// <exception cref="ArgumentException">The item is invalid.</exception>
internal delegate void ItemWriter<TItem>(ref UrlWriter url, TItem item);
