using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MapTiler.ContractTests;

/// <summary>Writes responses into a folder, without secrets and without data of the caller or the account.</summary>
internal sealed partial class Recorder(string folder)
{
    /// <summary>Headers that are written with their values. Of all others only the names are written.</summary>
    private static readonly HashSet<string> HarmlessHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Access-Control-Allow-Credentials", "Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Allow-Origin",
        "Access-Control-Expose-Headers", "Access-Control-Max-Age", "Age", "Allow", "Cache-Control", "Content-Disposition", "Content-Encoding",
        "Content-Length", "Content-Type", "Date", "ETag", "Expires", "Last-Modified", "Pragma", "Retry-After", "Server", "statustext",
        "Transfer-Encoding", "Vary", "WWW-Authenticate", "X-Frame-Options", "X-MAPTILER-FREE",
    };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _count;

    public void Write(Fact fact, Exchange seen, Redaction redaction)
    {
        Directory.CreateDirectory(folder);
        string[] head =
        [
            $"# {fact.Name}",
            $"{fact.Method} {fact.Path} ({fact.Credential})",
            .. fact.Send,
            "",
            $"{seen.Status}",
            .. seen.Headers.Select(h => $"{h.Key}: {(HarmlessHeaders.Contains(h.Key) ? h.Value : "(left out)")}").Order(StringComparer.OrdinalIgnoreCase),
            "\n",
        ];
        byte[] content = [.. Encoding.UTF8.GetBytes(string.Join('\n', head)), .. Body(fact, seen)];
        var name = NoLetters().Replace($"{fact.Method} {fact.Path} {fact.Credential} {string.Join(' ', fact.Send)}", "-").TrimEnd('-');
        var file = $"{++_count:d3}-{(name.Length > 80 ? name[..80] : name)}.txt";
        File.WriteAllBytes(Path.Combine(folder, file), redaction.Apply(content));
    }

    private static byte[] Body(Fact fact, Exchange seen)
    {
        if (seen.Status >= 400 || !fact.IsPersonal)
            return seen.Body;
        if ((fact.IdName is not null && !fact.IsService) || seen.MediaType != "application/json")
            return Encoding.UTF8.GetBytes($"({seen.Body.Length} bytes of the account, left out)");
        try
        {
            return Encoding.UTF8.GetBytes(WithoutValues(JsonNode.Parse(seen.Body))?.ToJsonString(Plain) ?? "null");
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetBytes($"({seen.Body.Length} bytes that are no JSON, left out)");
        }
    }

    /// <summary>Replaces every value by its kind.</summary>
    private static JsonNode? WithoutValues(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, WithoutValues(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutValues)]),
        null => null,
        _ when node.GetValueKind() == JsonValueKind.Number => 0,
        _ when node.GetValueKind() == JsonValueKind.String => Kind(node.GetValue<string>()),
        _ => node.DeepClone(),
    };

    private static string Kind(string text) => Guid.TryParse(text, out _) ? "(uuid)" : Time().IsMatch(text) ? "(time)" : text.Length == 0 ? "" : "(text)";

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoLetters();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d")]
    private static partial Regex Time();
}
