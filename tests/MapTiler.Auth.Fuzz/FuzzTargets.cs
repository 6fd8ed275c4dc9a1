using System.Net;
using System.Text;
using System.Text.Json;
using MapTiler.Authentication;
using MapTiler.Data;
using MapTiler.Geo;
using MapTiler.Geocoding;
using MapTiler.Json;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Fuzz;

/// <summary>All targets.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        .. JsonResponses.All.Select(response => Response(response.Key, response.Value.Call, response.Value.Body)),
        new("WmtsCapabilities", Seeds(
            """<?xml version="1.0"?><Capabilities xmlns="http://www.opengis.net/wmts/1.0"><ResourceURL format="image/png" template="https://api.maptiler.com/maps/m/{TileMatrix}/{TileCol}/{TileRow}.png?key=k"/><a>b &amp; https://api.maptiler.com/x?key=k</a></Capabilities>""",
            """<Capabilities><![CDATA[https://h/?key=k]]><!-- c --><?p i?></Capabilities>"""), mutator => mutator.Bytes(), Calling(services => services.GetRequiredService<MapsClient>().GetWmtsCapabilitiesAsync("m"))),
        new("GeoJsonStream", Seeds(JsonResponses.All["Data.Get"].Body, """{"type":"Feature","id":"a","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}""", """{"coordinates":[1,2],"type":"Point"}"""), mutator => mutator.Json(), ReadStream),
        new("JsonRewriter", Seeds(JsonResponses.All["Maps.GetStyle"].Body, JsonResponses.All["Tiles.GetTileJson"].Body), mutator => mutator.Json(), RemoveCredentials),
        new("ErrorBody", Seeds(
            """{"errors":[{"type":"t","message":"m CanaryKey0123456789"}]}""", "Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/", """{"errors":[{"message":"\u0043anaryKey0123456789"}]}""", "<html>key=CanaryKey0123456789</html>"),
            mutator => mutator.Next(2) == 0 ? mutator.Json() : mutator.Bytes(), Error),
        new("RetryAfter", TextSeeds("5", "Fri, 27 Nov 2026 10:00:00 GMT", "-1", "99999999999999", "1e3"), mutator => mutator.Text(), RetryAfter),
        new("Polyline", TextSeeds("_p~iF~ps|U_ulLnnqC_mqNvxq`@", "??", ""), mutator => mutator.Text(), DecodePolyline),
        new("Checkpoint", Seeds(
            """{"version":1,"ingest_id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","document_id":null,"output":"vector_tileset","filename":"a.geojson","size":15,"fingerprint":"f","part_size":10,"parts":[{"part_id":1,"url":"https://store.example/1"},{"part_id":2,"url":"https://store.example/2"}],"key_id":"k","stored":{"1":{"etag":"\"0123456789abcdef0123456789abcdef\"","md5":"0123456789abcdef0123456789abcdef"}}}"""),
            mutator => mutator.Json(), LoadCheckpoint),
        new("Csv", Seeds("id,address\n1,Brno\n2,\"Zürich, \"\"x\"\"\"\n", "\uFEFFa;b\r\n1;\r\n"), mutator => mutator.Bytes(), ReadCsv),
        new("UserAgent", TextSeeds("App/1.0 (a; b) Other/2", "App", "(c (d))"), mutator => mutator.Text(), CheckUserAgent),
        new("SearchUrl", TextSeeds("Brno", "Hauptstr.5", "8.5,47.4", "a;b", "."), mutator => mutator.Text(), BuildSearchUrl),
        new("SegmentUrl", TextSeeds("streets-v4", "..", "%2e", "a/b"), mutator => mutator.Text(), BuildSegmentUrl),
        new("ServiceToken", TextSeeds(Secrets.Token, "a_b"), mutator => mutator.Text(), ParseToken),
        new("Redaction", TextSeeds("https://h/p?a=1&key=CanaryKey0123456789#b", "CanaryKey0123456789", "%43anaryKey0123456789", "signature=x&key="), mutator => mutator.Text(), Redact),
        .. BrowserTargets.All,
    ];

    /// <summary>A method of a client whose response is JSON.</summary>
    private static FuzzTarget Response(string name, Func<IServiceProvider, Task<object?>> call, string body) =>
        new("Response." + name, Seeds(body), mutator => mutator.Json(), Calling(async services =>
        {
            try
            {
                Describe(await call(services));
            }
            catch (InvalidOperationException e) when (e.Message == "There are no items.")
            {
                // of a list that is empty now
            }
        }));

    /// <summary>Makes a call whose response has the input as its body. It may throw only that the response is invalid.</summary>
    private static Action<byte[]> Calling(Func<IServiceProvider, Task> call)
    {
        var body = Array.Empty<byte>();
        var services = Clients.Services(new Transport(() => new HttpResponseMessage { Content = new ByteArrayContent(body) }), options: options => options.ServiceToken = Secrets.Token);
        return input =>
        {
            body = input;
            try
            {
                call(services).GetAwaiter().GetResult();
            }
            catch (MapTilerException e) when (e.Reason == MapTilerErrorReason.InvalidResponse)
            {
                // documented
            }
        };
    }

    // Everything that a caller can read, some of which is read late.
    private static void Describe(object? result)
    {
        if (result is StyleJson style)
            _ = string.Concat(style.Sources.Values.Select(source => source + source.Attribution + string.Concat(source.Tiles))) + string.Concat(style.Sprites) + style.Name + style.Attribution + style.Center + style.Zoom + style.Glyphs + style.Id;
        if (result is OgcDocument document)
            _ = document.Title + string.Concat(document.Links);
        if (result is GeocodingResult places)
            _ = string.Concat(places.Features.Select(feature => string.Concat(feature.Texts) + string.Concat(feature.Languages) + feature.PostalCode + string.Concat(feature.Context.SelectMany(area => area.Texts))));
        if (result is not null)
            _ = result + JsonSerializer.Serialize(result, result.GetType(), Depth);
    }

    private static readonly JsonSerializerOptions Depth = new() { MaxDepth = 600 };

    private static void ReadStream(byte[] input)
    {
        var (features, isComplete) = Read(input, 4096);
        if ((features, isComplete) != Read(input, 1))
            throw new InvalidOperationException("The split of the stream changes the result.");

        static (string Features, bool IsComplete) Read(byte[] input, int chunk)
        {
            var features = new StringBuilder();
            var isComplete = false;
            Allowing<JsonException, InvalidDataException>(() =>
            {
                ReadAsync().GetAwaiter().GetResult();
                isComplete = true;
            });
            return (features.ToString(), isComplete);

            async Task ReadAsync()
            {
                await foreach (var feature in FeatureStream.ReadAsync(new Chunks(input, chunk)))
                    features.Append(JsonSerializer.Serialize(feature, Depth)).Append('\n');
            }
        }
    }

    private static void RemoveCredentials(byte[] input) => Allowing<JsonException>(() =>
    {
        var json = JsonRewriter.RemoveCredentials(input);
        var text = Encoding.UTF8.GetString(json);
        if (IsJson(input) && !IsJson(json.ToArray()))
            throw new InvalidOperationException("The result is not JSON: " + text);
    });

    private static bool IsJson(byte[] json)
    {
        try
        {
            ResponseJson.ReadElement(json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsSpan(3) : json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Error(byte[] input)
    {
        foreach (var status in new[] { 400, 403, 429, 500 })
        {
            var error = Send(() => new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(input) });
            if (Secrets.All.Any(secret => (error + error.ResponseExcerpt).Contains(secret, StringComparison.OrdinalIgnoreCase)))
                throw new InvalidOperationException("The error contains the key: " + error);
        }
    }

    private static void RetryAfter(byte[] input)
    {
        var error = Send(() =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            response.Headers.TryAddWithoutValidation("Retry-After", TextOf(input));
            return response;
        });
        if (error.Reason != MapTilerErrorReason.RateLimited || error.RetryAfter < TimeSpan.Zero)
            throw new InvalidOperationException($"{error.Reason}, {error.RetryAfter}");
    }

    private static MapTilerException Send(Func<HttpResponseMessage> respond)
    {
        s_respond = respond;
        try
        {
            ErrorServices.Geocoding().SearchAsync("x").GetAwaiter().GetResult();
        }
        catch (MapTilerException e)
        {
            return e;
        }

        throw new InvalidOperationException("The response was accepted.");
    }

    private static Func<HttpResponseMessage> s_respond = () => new();

    private static readonly IServiceProvider ErrorServices = Clients.Services(new Transport(() => s_respond()), builder => builder.ConfigureResilience(options => options.MaxRetryAttempts = 0));

    private static void DecodePolyline(byte[] input) => Allowing<FormatException>(() =>
    {
        var line = Polyline.Decode(TextOf(input));
        if (line.All(location => Math.Abs(location.Longitude) <= 5368) && !Polyline.Decode(Polyline.Encode(line)).SequenceEqual(line))
            throw new InvalidOperationException("The line changes when it is encoded.");
    });

    private static void LoadCheckpoint(byte[] input) => Allowing<MapTilerException>(() =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"maptiler-fuzz-{Environment.ProcessId}.checkpoint");
        File.WriteAllBytes(path, input);
        var file = new CheckpointFile(path, TimeProvider.System);
        var checkpoint = file.Load()!;
        _ = checkpoint.StoredBytes + checkpoint.MissingParts.Sum(part => checkpoint.LengthOf(part.Id));
        checkpoint.TryAdd(1, new("\"0123456789abcdef0123456789abcdef\"", "0123456789abcdef0123456789abcdef"));
        checkpoint.RemoveCorruptParts();
        _ = checkpoint.ToJson();
    });

    private static void ReadCsv(byte[] input) => Allowing<Tool.UsageException>(() =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"maptiler-fuzz-{Environment.ProcessId}.csv");
        File.WriteAllBytes(path, input);
        _ = new Tool.Geocoding.CsvFile(path, separator: null).ReadRows().Sum(row => row.Fields.Length);
    });

    private static void CheckUserAgent(byte[] input)
    {
        var text = TextOf(input);
        if (UserAgentText.Check(text) is not null)
            return;

        using var request = new HttpRequestMessage();
        if (text.Any(c => c is < ' ' or > '~') || !request.Headers.TryAddWithoutValidation("User-Agent", text))
            throw new InvalidOperationException("The user agent is accepted but cannot be sent.");
    }

    private static void BuildSearchUrl(byte[] input) => Allowing<ArgumentException, MapTilerException>(() =>
    {
        var text = TextOf(input);
        if (string.IsNullOrWhiteSpace(text))
            return;
        var urls = new MapTilerUrlBuilder("k");
        foreach (var url in new[] { urls.GeocodingSearch(text), urls.GeocodingBatch(["Brno", text]), urls.CoordinateSearch(text) })
        {
            if (url.Query != "?key=k" || url.AbsolutePath.Split('/').Length != (url.AbsolutePath.StartsWith("/geocoding/", StringComparison.Ordinal) ? 3 : 4) || !url.AbsolutePath.EndsWith(".json", StringComparison.Ordinal))
                throw new InvalidOperationException(url.AbsoluteUri);
        }

        var sent = Uri.UnescapeDataString(urls.GeocodingSearch(text).AbsolutePath["/geocoding/".Length..^".json".Length]);
        static string Letters(string value) => string.Concat(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)).Where(c => !char.IsWhiteSpace(c) && c != ','));
        if (Letters(sent) != Letters(text) || GeocodingQuery.Parse(sent) is { Query: null })
            throw new InvalidOperationException($"{text} is sent as {sent}");
    });

    private static void BuildSegmentUrl(byte[] input) => Allowing<ArgumentException, MapTilerException>(() =>
    {
        var text = TextOf(input);
        var url = new MapTilerUrlBuilder("k").StyleJson(text);
        if (url.Segments is not ["/", "maps/", var segment, "style.json"] || Uri.UnescapeDataString(segment[..^1]) != Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) || url.Query != "?key=k")
            throw new InvalidOperationException(url.AbsoluteUri);
    });

    private static void ParseToken(byte[] input) => Allowing<FormatException, ArgumentException>(() => _ = ServiceToken.Parse(TextOf(input)).Sign(new Uri("https://api.maptiler.com/a")));

    private static void Redact(byte[] input)
    {
        var text = TextOf(input);
        var masked = Redaction.Mask(text, Secrets.Key);
        if (masked.Contains(Secrets.Key, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException(masked);
        _ = Redaction.RemoveFromText(text);
    }

    public static void Allowing<TException>(Action run)
        where TException : Exception => Allowing<TException, TException>(run);

    public static void Allowing<TFirst, TSecond>(Action run)
        where TFirst : Exception
        where TSecond : Exception
    {
        try
        {
            run();
        }
        catch (Exception e) when (e is TFirst or TSecond)
        {
            // documented
        }
    }

    public static IReadOnlyList<byte[]> Seeds(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    // Texts are UTF-16, because UTF-8 has no halves of surrogate pairs.
    public static IReadOnlyList<byte[]> TextSeeds(params string[] texts) => [.. texts.Select(Encoding.Unicode.GetBytes)];

    public static string TextOf(byte[] input) => Encoding.Unicode.GetString(input, 0, input.Length & ~1) is var text && text.Length > 0 && input.Length > 1 ? Exact(input) : text;

    // Encoding.Unicode replaces halves of surrogate pairs.
    private static string Exact(byte[] input) => string.Create(input.Length / 2, input, static (chars, bytes) =>
    {
        for (var i = 0; i < chars.Length; i++)
            chars[i] = (char)(bytes[2 * i] | bytes[2 * i + 1] << 8);
    });

    private sealed class Transport(Func<HttpResponseMessage> respond) : HttpMessageHandler
    {
        public bool AllowAutoRedirect { get; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = respond();
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }

    /// <summary>A stream that returns a few bytes at a time.</summary>
    private sealed class Chunks(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
