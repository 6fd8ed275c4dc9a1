using System.IO.Compression;
using System.Text;

namespace MapTiler.Emulator.Data;

/// <summary>Reads the embedded data: integers of variable length and strings, compressed with Brotli.</summary>
internal sealed class BinaryDataReader
{
    private readonly byte[] _bytes;
    private int _position;

    private BinaryDataReader(byte[] bytes) => _bytes = bytes;

    /// <exception cref="InvalidDataException">The resource has another format.</exception>
    public static BinaryDataReader Open(string resource, string format)
    {
        using var packed = typeof(BinaryDataReader).Assembly.GetManifestResourceStream(resource)!;
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        var reader = new BinaryDataReader(bytes.ToArray());
        return reader.ReadString() == format
            ? reader
            : throw new InvalidDataException($"{resource} has another format than this build reads.");
    }

    public int ReadVarint()
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _bytes[_position++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return (int)value;
        }
    }

    public int ReadSigned()
    {
        var coded = ReadVarint();
        return (coded >>> 1) ^ -(coded & 1);
    }

    public string ReadString()
    {
        var length = ReadVarint();
        var value = Encoding.UTF8.GetString(_bytes, _position, length);
        _position += length;
        return value;
    }

    public T[] ReadMany<T>(Func<T> read) => ReadColumn(ReadVarint(), read);

    public static T[] ReadColumn<T>(int count, Func<T> read)
    {
        var items = new T[count];
        for (var i = 0; i < count; i++)
            items[i] = read();
        return items;
    }
}
