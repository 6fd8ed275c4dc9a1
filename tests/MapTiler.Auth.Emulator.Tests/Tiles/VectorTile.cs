namespace MapTiler.Emulator.Tests;

/// <summary>A decoded vector tile.</summary>
internal sealed record VectorTile(IReadOnlyList<VectorTile.Layer> Layers)
{
    public static VectorTile Read(byte[] content) => new([.. VectorTileReader.Fields(content).Select(layer => ReadLayer(layer.Bytes))]);

    private static Layer ReadLayer(byte[] bytes)
    {
        var fields = VectorTileReader.Fields(bytes);
        var keys = fields.Where(f => f.Number == 3).Select(VectorTileReader.Text).ToArray();
        var values = fields.Where(f => f.Number == 4).Select(f => VectorTileReader.Fields(f.Bytes)[0]).Select(ReadValue).ToArray();
        return new(VectorTileReader.Text(fields.First(f => f.Number == 1)), [.. fields.Where(f => f.Number == 2).Select(f => ReadFeature(f.Bytes, keys, values))]);
    }

    private static object ReadValue((int Number, byte[] Bytes, ulong Value) field) => field.Number switch
    {
        1 => VectorTileReader.Text(field),
        3 => BitConverter.UInt64BitsToDouble(field.Value),
        4 => unchecked((int)field.Value),
        5 => field.Value,
        6 => Signed(field.Value),
        7 => field.Value == 1,
        _ => throw new InvalidDataException($"A value of type {field.Number}"),
    };

    private static int Signed(ulong value) => (int)(value >> 1) ^ -(int)(value & 1);

    private static Feature ReadFeature(byte[] bytes, string[] keys, object[] values)
    {
        var fields = VectorTileReader.Fields(bytes);
        var tags = VectorTileReader.Varints(fields.First(f => f.Number == 2).Bytes);
        return new(
            fields.First(f => f.Number == 1).Value,
            (int)fields.First(f => f.Number == 3).Value,
            tags.Chunk(2).ToDictionary(pair => keys[pair[0]], pair => values[pair[1]]),
            ReadParts(VectorTileReader.Varints(fields.First(f => f.Number == 4).Bytes)));
    }

    private static List<List<(int X, int Y)>> ReadParts(List<ulong> commands)
    {
        var parts = new List<List<(int X, int Y)>>();
        var (x, y) = (0, 0);
        for (var i = 0; i < commands.Count;)
        {
            var (command, count) = ((int)commands[i] & 7, (int)commands[i] >> 3);
            i++;
            Assert.True(command is 1 or 2 or 7);
            for (; command != 7 && count > 0; count--, i += 2)
            {
                x += Signed(commands[i]);
                y += Signed(commands[i + 1]);
                if (command == 1)
                    parts.Add([]);
                parts[^1].Add((x, y));
            }
        }

        return parts;
    }

    /// <param name="Name">Of the layer.</param>
    /// <param name="Features">In their order.</param>
    internal sealed record Layer(string Name, IReadOnlyList<Feature> Features);

    /// <param name="Id">The id, which must be unique in the layer.</param>
    /// <param name="Type">1 for points, 2 for lines, 3 for polygons.</param>
    /// <param name="Attributes">Strings, numbers and booleans by key.</param>
    /// <param name="Parts">Points, lines or rings.</param>
    internal sealed record Feature(ulong Id, int Type, IReadOnlyDictionary<string, object> Attributes, List<List<(int X, int Y)>> Parts)
    {
        /// <summary>Of polygons; holes count against it.</summary>
        public double Area => Parts.Sum(ring => ring.Select((a, i) => (A: a, B: ring[(i + 1) % ring.Count])).Sum(s => ((double)s.A.X * s.B.Y) - ((double)s.B.X * s.A.Y)) / 2);
    }
}
