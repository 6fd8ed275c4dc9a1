using System.Text.Json;

namespace MapTiler.Geocoding;

/// <summary>The members <c>text_de</c>, <c>text_fr</c>, ... of a feature as a dictionary by language.</summary>
internal static class LocalizedText
{
    public static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> Read(IDictionary<string, JsonElement>? members, string prefix)
    {
        Dictionary<string, string>? texts = null;
        foreach (var member in members ?? new Dictionary<string, JsonElement>())
        {
            if (member.Key.StartsWith(prefix, StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.String)
                (texts ??= new(StringComparer.OrdinalIgnoreCase)).Add(member.Key.Substring(prefix.Length), member.Value.GetString()!);
        }

        return texts ?? Empty;
    }
}
