using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace MapTiler.Fuzz;

/// <summary>Creates inputs from valid ones. The same seed creates the same inputs.</summary>
internal sealed class Mutator(ulong seed, IReadOnlyList<byte[]> seeds)
{
    private const string Mark = "\u0001mutated\u0001";

    private static readonly string[] JsonValues =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "0.5", "14.0", "1e999", "-1e999", "1e-999", "9223372036854775807", "9223372036854775808", "2147483648", "1E400", "12345678901234567890123456789",
        "\"\"", "\"x\"", "\"1\"", "\"NaN\"", "\"Infinity\"", "\"inf\"", "\"1e999\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\uFFFE\"", "\"\\\\ud800\"", "\"00000000-0000-0000-0000-000000000000\"", "\"0001-01-01T00:00:00+14:00\"",
        "{}", "[]", "[[]]", "[null]", "[{}]", "[1,2]", "[1,2,3,4,5,6,7]", "[1e999,1e999,1e999,1e999]", "[180,90,-180,-90]", "{\"\":null}", "{\"\\ud800\":1}", "{\"id\":1}", "{\"type\":\"Point\"}", "{\"code\":1e9}", "{\"message\":{\"message\":[]}}",
    ];

    private static readonly byte[][] Fragments =
    [
        [0xEF, 0xBB, 0xBF], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80], [0], [0xFF, 0xFE], .. new[] { "\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ",", ":", "<", ">", "&", "&#x0;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "key=", "%", "\r\n", "\t", "1e", "-", "\u2028", "😀" }.Select(Encoding.UTF8.GetBytes),
    ];

    private readonly PCG _random = new(1, seed);

    public int Next(int max) => (int)_random.Next((uint)max);

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    public byte[] Seed() => Pick(seeds);

    /// <summary>Changes one to four values of a JSON document, and sometimes its bytes.</summary>
    public byte[] Json()
    {
        var json = Seed();
        for (var i = Next(4); i >= 0; i--)
            json = ChangeValue(json);
        return Next(4) == 0 ? Bytes(json) : json;
    }

    /// <summary>Changes the bytes of a seed.</summary>
    public byte[] Bytes() => Bytes(Seed());

    /// <summary>Changes the characters of a seed, or combines parts of seeds with characters that have a meaning somewhere, and with any others.</summary>
    public byte[] Text()
    {
        var text = new StringBuilder();
        if (Next(2) == 0)
        {
            text.Append(SeedText());
            for (var i = Next(3); i >= 0; i--)
            {
                var at = Next(text.Length + 1);
                text.Remove(at, Math.Min(Next(4), text.Length - at)).Insert(at, Next(4) == 0 ? "" : Piece());
            }
        }
        else
        {
            for (var i = Next(24); i >= 0; i--)
                text.Append(Piece());
        }

        return MemoryMarshal.AsBytes(text.ToString().AsSpan()).ToArray(); // an encoding would replace halves of surrogate pairs
    }

    private string SeedText() => Encoding.Unicode.GetString(Seed());

    private string Piece()
    {
        const string Special = "0123456789.,;:/?#%&=+-_~ \t\r\n\"'<>()[]{}\\|@*!$^`abcxyzABC";
        switch (Next(8))
        {
            case 0: return ((char)Next(0x10000)).ToString();
            case 1: return char.ConvertFromUtf32(0x10000 + Next(0x10000));
            case 2 when SeedText() is { Length: > 0 } seed && Next(seed.Length) is var start: return seed.Substring(start, Next(seed.Length - start + 1));
            case 3 when SeedText() is { Length: > 0 } seed: return seed;
            default: return Special[Next(Special.Length)].ToString();
        }
    }

    private byte[] Bytes(byte[] input)
    {
        var bytes = input.ToList();
        for (var i = Next(3); i >= 0; i--)
        {
            var at = Next(bytes.Count + 1);
            var count = Math.Min(Next(16), bytes.Count - at);
            switch (Next(6))
            {
                case 0: bytes.RemoveRange(at, bytes.Count - at); break;
                case 1: bytes.RemoveRange(at, count); break;
                case 2: bytes.InsertRange(at, Pick(Fragments)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(Math.Max(0, bytes.Count - count - 1), Math.Min(count, bytes.Count))); break;
                case 4: bytes.InsertRange(at, Enumerable.Repeat(Pick<byte>([.. "[{(<\" 9"u8.ToArray()]), Next(2) == 0 ? Next(300) : 3)); break;
                case 5 when at < bytes.Count: bytes[at] = (byte)Next(256); break;
            }
        }

        return [.. bytes];
    }

    private byte[] ChangeValue(byte[] json)
    {
        try
        {
            return ChangeValue(JsonNode.Parse(json, documentOptions: new() { MaxDepth = 512 })) ?? Bytes(json);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            return Bytes(json); // it is not JSON any more, has a member twice, or is not Unicode
        }
    }

    private byte[]? ChangeValue(JsonNode? root)
    {
        var places = new List<(JsonNode Parent, string? Name, int Index)>();
        Collect(root, places);
        if (places.Count == 0)
            return null;

        var (parent, name, index) = Pick(places);
        var value = Next(8) switch
        {
            0 => new string('[', 1 + Next(300)) is var open ? open + new string(']', open.Length) : "",
            1 => Next(1_000_000).ToString(CultureInfo.InvariantCulture),
            _ => Pick(JsonValues),
        };
        if (Next(6) == 0)
        {
            if (name is not null)
                parent.AsObject().Remove(name);
            else
                parent.AsArray().RemoveAt(index);
            return Encoding.UTF8.GetBytes(root!.ToJsonString());
        }

        // A new or a second member, or another value.
        if (Next(6) == 0 && name is not null)
            return Encoding.UTF8.GetBytes(Replace(parent.AsObject(), "\u0001" + name, root!, value).Replace("\\u0001" + name, name, StringComparison.Ordinal));
        if (name is not null)
            return Encoding.UTF8.GetBytes(Replace(parent.AsObject(), name, root!, value));
        parent.AsArray()[index] = Mark;
        return Encoding.UTF8.GetBytes(root!.ToJsonString().Replace("\"\\u0001mutated\\u0001\"", value, StringComparison.Ordinal));
    }

    private static string Replace(JsonObject parent, string name, JsonNode root, string value)
    {
        parent[name] = Mark;
        return root.ToJsonString().Replace("\"\\u0001mutated\\u0001\"", value, StringComparison.Ordinal);
    }

    private static void Collect(JsonNode? node, List<(JsonNode Parent, string? Name, int Index)> places)
    {
        if (node is JsonObject members)
        {
            foreach (var member in members)
            {
                places.Add((node, member.Key, 0));
                Collect(member.Value, places);
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                places.Add((node, null, i));
                Collect(items[i], places);
            }
        }
    }
}
