using System.Collections.Concurrent;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using SkiaSharp;

namespace MapTiler.ContractTests;

/// <summary>Sends the request of a fact and compares the response. Facts with the same request share its response.</summary>
internal sealed class FactRunner(Target target, HttpClient client)
{
    private readonly ConcurrentDictionary<string, Task<Exchange>> _exchanges = new();

    /// <summary>A handler that shows what is really sent.</summary>
    public static SocketsHttpHandler CreateHandler() => new() { AllowAutoRedirect = false, UseCookies = false };

    public async Task<Outcome> RunAsync(Fact fact, CancellationToken cancellationToken)
    {
        if (target.ReasonToSkip(fact) is { } reason)
            return new(fact, null, [], reason);
        try
        {
            var exchange = await _exchanges.GetOrAdd(fact.Identity, _ => SendAsync(fact, cancellationToken));
            return new(fact, exchange, Compare(fact, exchange), null);
        }
        catch (HttpRequestException error)
        {
            return new(fact, null, [$"no response: {error.HttpRequestError}"], null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(fact, null, ["no response: timeout"], null);
        }
        catch (InvalidDataException)
        {
            return new(fact, null, ["the body is not what Content-Encoding says"], null);
        }
    }

    private async Task<Exchange> SendAsync(Fact fact, CancellationToken cancellationToken)
    {
        using var request = target.CreateRequest(fact);
        using var response = await client.SendAsync(request, cancellationToken);
        return await Exchange.ReadAsync(response, cancellationToken);
    }

    private static List<string> Compare(Fact fact, Exchange seen)
    {
        var differences = new List<string>();
        if (seen.Status != fact.Status)
            differences.Add($"the status is {seen.Status}, not {fact.Status}");
        if (fact.MediaType is not null && seen.MediaType != fact.MediaType)
            differences.Add($"the type is {seen.MediaType ?? "absent"}, not {fact.MediaType}");
        foreach (var header in fact.Headers)
            CompareHeader(header, seen, differences);
        if (fact.IsEmpty is { } empty && empty != (seen.SentLength == 0))
            differences.Add($"the body has {seen.SentLength} bytes");
        if (fact.Text is not null && !TextPattern.Fits(fact.Text, seen.Text))
            differences.Add($"the text is '{(seen.Text.Length > 120 ? seen.Text[..120] + "..." : seen.Text)}'");
        if (fact.Size is not null && SizeOf(seen.Body) is var size && size != fact.Size)
            differences.Add($"the size of the image is {size}, not {fact.Size}");
        if (fact.MediaType == "text/xml")
            CompareXml(seen, differences);
        if (fact.Json is not null)
            CompareJson(() => JsonDocument.Parse(seen.Body), fact.Json, differences);
        if (fact.Tile is not null)
            CompareJson(() => JsonDocument.Parse(VectorTile.ToJson(seen.Body).ToJsonString()), fact.Tile, differences);
        return differences;
    }

    private static void CompareHeader(string expected, Exchange seen, List<string> differences)
    {
        var (name, value) = (expected.Split(": ", 2)[0], expected.Split(": ", 2)[1]);
        var found = seen.Header(name);
        if (value == "-" ? found is not null : found is null || (value != "*" && !TextPattern.Fits(value, found)))
            differences.Add($"{name} is {found ?? "absent"}, not {value}");
    }

    private static void CompareJson(Func<JsonDocument> parse, string shape, List<string> differences)
    {
        try
        {
            using var json = parse();
            differences.AddRange(Shape.Compare(json.RootElement, shape));
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or IndexOutOfRangeException or ArgumentException)
        {
            differences.Add("the body cannot be read");
        }
    }

    private static void CompareXml(Exchange seen, List<string> differences)
    {
        try
        {
            XDocument.Parse(seen.Text);
        }
        catch (XmlException)
        {
            differences.Add("the body is no XML");
        }
    }

    private static string SizeOf(byte[] image) => SKBitmap.DecodeBounds(image) is var bounds && bounds.IsEmpty ? "unknown" : $"{bounds.Width}x{bounds.Height}";
}
