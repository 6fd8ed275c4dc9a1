using System.Text.Json;

namespace MapTiler.Geocoding;

/// <summary>Reads members such as <c>text_de</c> and <c>text_fr</c> into a dictionary by language.</summary>
internal static class LocalizedText
{
    public static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> Read(IDictionary<string, JsonElement>? members, string prefix)
    {
        Dictionary<string, string>? texts = null;
        foreach (var member in members ?? new Dictionary<string, JsonElement>())
        {
            if (member.Key.StartsWith(prefix, StringComparison.Ordinal) && JsonMember.String(member.Value) is { } text)
                (texts ??= new(StringComparer.OrdinalIgnoreCase))[member.Key.Substring(prefix.Length)] = text;
        }

        return texts ?? Empty;
    }
}
