using System.Text;

namespace MapTiler.Emulator.Tests;

/// <summary>Reads as much of a protocol buffer as the tests look at.</summary>
internal static class VectorTileReader
{
    private const int Layers = 3;
    private const int Name = 1;
    private const int Fixed64 = 1;

    public static string[] ReadLayerNames(byte[] tile) =>
        [.. Fields(tile).Where(f => f.Number == Layers).Select(layer => Text(Fields(layer.Bytes).First(f => f.Number == Name)))];

    public static string Text((int Number, byte[] Bytes, ulong Value) field) => Encoding.UTF8.GetString(field.Bytes);

    public static List<(int Number, byte[] Bytes, ulong Value)> Fields(byte[] message)
    {
        var fields = new List<(int, byte[], ulong)>();
        for (var position = 0; position < message.Length;)
        {
            var tag = Varint();
            if ((tag & 7) == Fixed64)
            {
                fields.Add(((int)tag >> 3, [], BitConverter.ToUInt64(message, position)));
                position += sizeof(ulong);
                continue;
            }

            var value = Varint();
            if ((tag & 7) == 2)
            {
                fields.Add(((int)tag >> 3, message[position..(position + (int)value)], 0));
                position += (int)value;
            }
            else
            {
                Assert.Equal(0ul, tag & 7);
                fields.Add(((int)tag >> 3, [], value));
            }

            ulong Varint()
            {
                var number = 0ul;
                for (var shift = 0; ; shift += 7)
                {
                    var part = message[position++];
                    number |= (ulong)(part & 0x7F) << shift;
                    if (part < 0x80)
                        return number;
                }
            }
        }

        return fields;
    }

    /// <summary>A packed list of numbers.</summary>
    public static List<ulong> Varints(byte[] packed)
    {
        var numbers = new List<ulong>();
        var (number, shift) = (0ul, 0);
        foreach (var part in packed)
        {
            number |= (ulong)(part & 0x7F) << shift;
            shift += 7;
            if (part >= 0x80)
                continue;
            numbers.Add(number);
            (number, shift) = (0, 0);
        }

        return numbers;
    }
}
