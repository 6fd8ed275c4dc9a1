using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.StaticMaps;
using MapTiler.Tiles;

namespace MapTiler.Tests.Json;

/// <summary>The policy of the readers, for every response of every client.</summary>
public sealed class ResponseJsonTests
{
    // They read no JSON, or only through methods of the table.
    private static readonly string[] Others = ["CheckKey", "Rotate", "Delete", "WaitForIngest", "Upload", "Compute"];

    public static TheoryData<string> Names { get; } = [.. JsonResponses.All.Keys];

    [Fact]
    public void Every_method_that_reads_JSON_is_tested()
    {
        Type[] streams = [typeof(MapTilerContent), typeof(XDocument), typeof(DownloadedTile), typeof(StaticMapImage)];
        var methods =
            from client in SdkClients.Types
            from service in client.GetProperties().Where(property => SdkClients.IsService(property.PropertyType))
            from method in service.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.Name.EndsWith("Async", StringComparison.Ordinal) && !streams.Contains(method.ReturnType.GetGenericArguments().FirstOrDefault())
            let name = method.Name[..^"Async".Length]
            where !Others.Contains(name)
            select $"{service.Name}.{name}";

        Assert.Equal(JsonResponses.All.Keys.Order(StringComparer.Ordinal), methods.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_with_an_optional_member_that_cannot_be_read_keeps_everything_else(string name)
    {
        var (_, body, essential) = JsonResponses.All[name];
        var paths = Paths(JsonNode.Parse(body)!).ToList();
        foreach (var path in paths.Where(path => !IsEssential(essential, path)))
        {
            foreach (var value in new[] { null, "5", "1e999", "\"x\"", "\"\"", "\"inf\"", "true", "{}", "[]", "[null]", "[{}]", "[1e999]", "\"\\ud800\"", "REMOVED" })
            {
                if ((value == "REMOVED" && path.EndsWith(']')) || path == "cursor") // any other cursor requests another page
                    continue;
                var (result, error) = await CallAsync(name, Mutate(body, path, value));

                Assert.True(error is null, $"{path} = {value ?? "null"}: {error}");
                AssertReadable(result);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_without_an_essential_member_throws_InvalidResponse(string name)
    {
        var (_, body, essential) = JsonResponses.All[name];
        foreach (var path in Paths(JsonNode.Parse(body)!).Where(path => IsEssential(essential, path)))
        {
            var isNullable = essential.Contains(Normalize(path) + "?");
            foreach (var value in isNullable ? ["{}", "5"] : new[] { null, "true", "REMOVED" })
            {
                if ((value == "REMOVED" && (path.EndsWith(']') || name.EndsWith("SpriteIndex", StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal))) || (value == "true" && path.EndsWith("state", StringComparison.Ordinal)))
                    continue;
                if (value == "true" && (path.EndsWith("].id", StringComparison.Ordinal) && name.StartsWith("Geocoding", StringComparison.Ordinal) || path.EndsWith("token", StringComparison.Ordinal)))
                    continue; // is read as a string

                Assert.Equal((path, value, MapTilerErrorReason.InvalidResponse), (path, value, (await CallAsync(name, Mutate(body, path, value))).Error?.Reason));
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_that_is_another_object_throws_InvalidResponse(string name)
    {
        foreach (var body in new[] { """{"error":"quota exceeded"}""", """{"type":"about:blank","title":"Forbidden","status":403,"detail":"d"}""", "null", "5", "\"x\"", "", "[", "{", "{}x", "<html></html>" })
        {
            if (name.EndsWith("SpriteIndex", StringComparison.Ordinal) && body == "{}x")
                continue;
            Assert.Equal((body, MapTilerErrorReason.InvalidResponse), (body, (await CallAsync(name, Encoding.UTF8.GetBytes(body))).Error?.Reason));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_is_read_up_to_256_levels_and_as_invalid_beyond(string name)
    {
        var (_, body, _) = JsonResponses.All[name];
        if (body[0] != '{' || name.EndsWith("SpriteIndex", StringComparison.Ordinal))
            return; // there is no place for another member

        byte[] Deep(int levels) => Encoding.UTF8.GetBytes("{\"deep\":" + new string('[', levels - 1) + new string(']', levels - 1) + "," + body[1..]);

        Assert.Null((await CallAsync(name, Deep(256))).Error);
        Assert.Equal(MapTilerErrorReason.InvalidResponse, (await CallAsync(name, Deep(257))).Error?.Reason);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_whose_text_is_not_Unicode_is_read_with_replacement_characters(string name)
    {
        var body = JsonResponses.All[name].Body;
        foreach (var path in Paths(JsonNode.Parse(body)!))
        {
            foreach (var value in new[] { "\"\\udc00a\"", "\"\\ud800\\ud800\\udc00\"", "\"INVALID\"", "{\"\\ud800\":\"INVALID\"}" })
            {
                var bytes = Mutate(body, path, value);
                var at = bytes.AsSpan().IndexOf("INVALID"u8);
                if (at >= 0)
                    bytes[at] = 0xFF;
                var (result, error) = await CallAsync(name, bytes);

                Assert.True(error is null or { Reason: MapTilerErrorReason.InvalidResponse }, $"{path} = {value}: {error}");
                AssertReadable(result);
            }
        }
    }

    // What is read late is read, too.
    private static void AssertReadable(object? result)
    {
        if (result is StyleJson style)
            Assert.NotNull(string.Concat(style.Sources.Values.Select(source => source.ToString() + source.Attribution + string.Concat(source.Tiles))) + string.Concat(style.Sprites) + style.Name + style.Attribution);
        if (result is OgcDocument document)
            Assert.NotNull(document.Title + string.Concat(document.Links));
        if (result is not null)
            Assert.NotNull(JsonSerializer.Serialize(result, result.GetType()) + result);
    }

    private static async Task<(object? Result, MapTilerException? Error)> CallAsync(string name, byte[] body)
    {
        var transport = new StubTransport(_ => new HttpResponseMessage { Content = new ByteArrayContent(body) });
        using var services = Clients.Services(transport, options: options => options.ServiceToken = Secrets.Token);
        try
        {
            return (await JsonResponses.All[name].Call(services), null);
        }
        catch (MapTilerException e)
        {
            return (null, e);
        }
    }

    private static bool IsEssential(string[] essential, string path) => essential.Contains(path) || essential.Contains(Normalize(path)) || essential.Contains(Normalize(path) + "?");

    private static string Normalize(string path) => string.Join("[]", path.Split('[').Select((part, i) => i == 0 ? part : part[(part.IndexOf(']') + 1)..]));

    /// <summary>The path of each value within the document, as <c>features[0].id</c>.</summary>
    private static IEnumerable<string> Paths(JsonNode node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => PathsOf(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => PathsOf(item, $"{path}[{i}]")),
        _ => [],
    };

    private static IEnumerable<string> PathsOf(JsonNode? value, string path) => value is null ? [path] : Paths(value, path).Prepend(path);

    private static byte[] Mutate(string body, string path, string? value)
    {
        const string Mark = "MUTATED";
        var root = JsonNode.Parse(body)!;
        var parent = root;
        var steps = path.Replace("[", "\n[", StringComparison.Ordinal).Split('\n').SelectMany((step, i) => i == 0 || !step.StartsWith('[') ? Split(step) : [step[..(step.IndexOf(']') + 1)], .. Split(step[(step.IndexOf(']') + 1)..])]).Where(step => step.Length > 0).ToList();
        foreach (var step in steps.SkipLast(1))
            parent = step[0] == '[' ? parent[int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : parent[step]!;
        var last = steps[^1];
        if (value == "REMOVED")
            parent.AsObject().Remove(last);
        else if (last[0] == '[')
            parent[int.Parse(last[1..^1], System.Globalization.CultureInfo.InvariantCulture)] = Mark;
        else
            parent[last] = Mark;
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace($"\"{Mark}\"", value ?? "null", StringComparison.Ordinal));
    }

    private static string[] Split(string members) => members.Split('.');
}
