using System.Text;
using System.Text.Json;

namespace MapTiler;

/// <summary>The names of members, or other texts that come often: made once, and not whenever they are read.</summary>
internal sealed class JsonNames
{
    private readonly (byte[] Utf8, string Text)[][] _byLength;

    public JsonNames(params string[] names)
    {
        var known = names.Select(name => (Utf8: Encoding.UTF8.GetBytes(name), Text: name)).ToList();
        _byLength = [.. Enumerable.Range(0, known.Max(name => name.Utf8.Length) + 1).Select(length => known.Where(name => name.Utf8.Length == length).ToArray())];
    }

    /// <summary>The name or the text at which the reader stands, whether it is known or not.</summary>
    /// <exception cref="JsonException">It is not Unicode.</exception>
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

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A name or a text is not Unicode.", e);
        }
    }
}
