using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MapTiler.GeoJson;

/// <summary>
/// Reads geometries that are written as nearly all are, <c>{"type":"Polygon","coordinates":[[[16.6,49.2],...]]}</c> with short decimals, several times faster than
/// <see cref="Utf8JsonReader"/>. Everything else, valid or not, is left to it.
/// </summary>
internal ref struct PlainGeometryReader
{
    private const int MaxDigits = 15; // an integer with as many digits is an exact double

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    private readonly ReadOnlySpan<byte> _json;
    private int _next;

    private PlainGeometryReader(ReadOnlySpan<byte> json) => _json = json;

    private delegate bool ItemReader<T>(ref PlainGeometryReader reader, out T item);

    /// <summary>Reads the geometry at the position of a reader and moves the reader to its end.</summary>
    /// <param name="reader">The reader, at the beginning of a value.</param>
    /// <param name="json">The bytes of the reader. They are replaced together with it.</param>
    /// <returns>The geometry; <see langword="null"/> if it is not written in this way. The reader is then unchanged.</returns>
    public static GeoJsonGeometry? Read(ref Utf8JsonReader reader, ref ReadOnlySpan<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        var plain = new PlainGeometryReader(json.Slice(start));
        if (plain.ReadGeometry() is not { } geometry)
            return null;

        // The reader reads the closing brace only, as if the geometry were empty.
        json = json.Slice(start + plain._next - 1);
        reader = new Utf8JsonReader(json, isFinalBlock: true, reader.CurrentState);
        reader.Read();
        return geometry;
    }

    private GeoJsonGeometry? ReadGeometry()
    {
        if (!Next('{') || !Next("\"type\""u8) || !Next(':'))
            return null;

        GeoJsonGeometry? geometry = null;
        if (NextType("\"Point\""u8) && TryReadPosition(ref this, out var position))
            geometry = new GeoJsonPoint(position);
        else if (NextType("\"MultiPoint\""u8) && TryReadLine(ref this, out var points))
            geometry = new GeoJsonMultiPoint(points);
        else if (NextType("\"LineString\""u8) && TryReadLine(ref this, out var line))
            geometry = new GeoJsonLineString(line);
        else if (NextType("\"MultiLineString\""u8) && TryReadLines(ref this, out var lines))
            geometry = new GeoJsonMultiLineString(lines);
        else if (NextType("\"Polygon\""u8) && TryReadLines(ref this, out var rings))
            geometry = new GeoJsonPolygon(rings);
        else if (NextType("\"MultiPolygon\""u8) && TryReadList<IReadOnlyList<IReadOnlyList<GeoJsonPosition>>>(TryReadLines, out var polygons))
            geometry = new GeoJsonMultiPolygon(polygons);
        return Next('}') ? geometry : null;
    }

    private bool NextType(ReadOnlySpan<byte> type) => Next(type) && Next(',') && Next("\"coordinates\""u8) && Next(':');

    private static bool TryReadLines(ref PlainGeometryReader reader, out IReadOnlyList<IReadOnlyList<GeoJsonPosition>> lines) => reader.TryReadList(TryReadLine, out lines);

    private static bool TryReadLine(ref PlainGeometryReader reader, out IReadOnlyList<GeoJsonPosition> line) => reader.TryReadList(TryReadPosition, out line);

    private static bool TryReadPosition(ref PlainGeometryReader reader, out GeoJsonPosition position)
    {
        position = default;
        if (!reader.Next('[') || !reader.TryReadNumber(out var longitude) || !reader.Next(',') || !reader.TryReadNumber(out var latitude))
            return false;

        double? altitude = null, measure = null;
        if (reader.Next(',') && (!reader.TryReadOptional(out altitude) || (reader.Next(',') && !reader.TryReadOptional(out measure))))
            return false;

        position = new GeoJsonPosition(longitude, latitude, altitude, measure);
        return reader.Next(']');
    }

    private bool TryReadList<T>(ItemReader<T> read, out IReadOnlyList<T> list)
    {
        list = [];
        if (!Next('['))
            return false;
        if (Next(']'))
            return true;

        var items = new PooledList<T>();
        do
        {
            if (!read(ref this, out var item))
                return false;
            items.Add(item);
        }
        while (Next(','));

        list = items.ToArray();
        return Next(']');
    }

    private bool TryReadOptional(out double? number)
    {
        var isRead = TryReadNumber(out var value);
        number = value;
        return isRead;
    }

    // The quotient of two exact numbers, so that the division returns the nearest double.
    private bool TryReadNumber(out double number)
    {
        number = 0;
        var isNegative = Next('-');
        var (first, next, value) = (_next, _next, 0L);
        ReadDigits(_json, ref next, ref value);
        var digits = next - first;
        var decimals = 0;
        if (digits > 0 && next < _json.Length && _json[next] == '.')
        {
            var point = next++;
            ReadDigits(_json, ref next, ref value);
            decimals = next - point - 1;
            if (decimals == 0)
                return false;
        }

        if (digits == 0 || digits + decimals > MaxDigits || (digits > 1 && _json[first] == '0'))
            return false;

        _next = next;
        number = value / PowersOfTen[decimals];
        number = isNegative ? -number : number;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // so that its arguments are in registers
    private static void ReadDigits(ReadOnlySpan<byte> json, ref int next, ref long value)
    {
        for (; next < json.Length && json[next] is >= (byte)'0' and <= (byte)'9'; next++)
            value = value * 10 + (json[next] - '0');
    }

    /// <summary>Reads a token after any white space if it is the expected one.</summary>
    private bool Next(ReadOnlySpan<byte> expected)
    {
        SkipWhiteSpace();
        if (!_json.Slice(_next).StartsWith(expected))
            return false;
        _next += expected.Length;
        return true;
    }

    private bool Next(char expected)
    {
        if (!(_next < _json.Length && _json[_next] == expected))
        {
            SkipWhiteSpace();
            if (_next == _json.Length || _json[_next] != expected)
                return false;
        }

        _next++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (_next < _json.Length && _json[_next] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _next++;
    }
}
