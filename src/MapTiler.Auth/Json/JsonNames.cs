using System.Text;
using System.Text.Json;

namespace MapTiler.Json;

/// <summary>Frequent member names or values, whose strings are created once instead of at every read.</summary>
internal sealed class JsonNames
{
    private readonly (byte[] Utf8, string Text)[][] _byLength;

    public JsonNames(params string[] names)
    {
        var known = names.Select(name => (Utf8: Encoding.UTF8.GetBytes(name), Text: name)).ToList();
        _byLength = [.. Enumerable.Range(0, known.Max(name => name.Utf8.Length) + 1).Select(length => known.Where(name => name.Utf8.Length == length).ToArray())];
    }

    /// <summary>Reads the current member name or string value, whether it is a known one or not.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        if (utf8.Length < _byLength.Length && !reader.ValueIsEscaped)
        {
            foreach (var (known, text) in _byLength[utf8.Length])
            {
                if (utf8.SequenceEqual(known))
                    return text;
            }
        }

        return reader.GetString()!;
    }
}
