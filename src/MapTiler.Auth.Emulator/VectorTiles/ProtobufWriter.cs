using System.Buffers;
using System.Text;

namespace MapTiler.Emulator;

/// <summary>Writes the fields of a protocol buffer message.</summary>
internal sealed class ProtobufWriter
{
    private const int VarintType = 0;
    private const int Fixed64Type = 1;
    private const int BytesType = 2;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));

    public void Number(int field, ulong value)
    {
        Tag(field, VarintType);
        Varint(value);
    }

    public void Double(int field, double value)
    {
        Tag(field, Fixed64Type);
        BitConverter.TryWriteBytes(_bytes.GetSpan(sizeof(double)), value);
        _bytes.Advance(sizeof(double));
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, BytesType);
        Varint((ulong)value.Length);
        _bytes.Write(value);
    }

    public void Message(int field, Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);
        Bytes(field, message.Written.Span);
    }

    public void Packed(int field, IEnumerable<uint> values) => Message(field, message =>
    {
        foreach (var value in values)
            message.Varint(value);
    });

    private void Tag(int field, int type) => Varint((ulong)((field << 3) | type));

    private void Varint(ulong value)
    {
        var span = _bytes.GetSpan(10);
        var count = 0;
        for (; value >= 0x80; value >>= 7)
            span[count++] = (byte)(value | 0x80);
        span[count++] = (byte)value;
        _bytes.Advance(count);
    }
}
