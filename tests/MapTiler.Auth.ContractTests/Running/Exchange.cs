using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MapTiler.ContractTests;

/// <summary>A response, read to its end and decompressed.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, also those of the content.</param>
/// <param name="Body">The body, decompressed.</param>
/// <param name="SentLength">The length of the body as it was sent.</param>
internal sealed record Exchange(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, int SentLength)
{
    public string? MediaType => Header("Content-Type")?.Split(';')[0].Trim();

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<Exchange> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat<KeyValuePair<string, HeaderStringValues>>(response.Content.Headers.NonValidated))
            headers[name] = string.Join(", ", values);
        var sent = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var body = sent.Length > 0 && headers.GetValueOrDefault("Content-Encoding") == "gzip" ? Decompress(sent) : sent;
        return new((int)response.StatusCode, headers, body, sent.Length);
    }

    /// <summary>One line about it, for a table.</summary>
    public override string ToString() => $"{Status} {MediaType} {Excerpt()}".Trim();

    private string Excerpt()
    {
        if (Body.Length == 0)
            return "(empty)";
        if (MediaType?.StartsWith("text/", StringComparison.Ordinal) == true)
            return Text.ReplaceLineEndings(" ") is { Length: > 90 } text ? text[..90] + "..." : Text.ReplaceLineEndings(" ");
        if (MediaType != "application/json")
            return $"({Body.Length} bytes)";
        try
        {
            using var json = JsonDocument.Parse(Body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? $"{{ {string.Join(", ", json.RootElement.EnumerateObject().Select(p => p.Name).Take(16))} }}"
                : $"{json.RootElement.ValueKind} ({Body.Length} bytes)";
        }
        catch (JsonException)
        {
            return $"(no JSON, {Body.Length} bytes)";
        }
    }

    private static byte[] Decompress(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var result = new MemoryStream();
        gzip.CopyTo(result);
        return result.ToArray();
    }
}
