using System.Net;
using System.Text.Json;
using System.Text;

namespace MapTiler.Emulator.Tests;

/// <summary>A test that uploads files in parts of ten bytes.</summary>
public abstract class UploadTest : ServiceTest
{
    protected const int PartSize = 10;

    protected UploadTest(Action<MapTilerEmulatorOptions>? configure = null)
        : this(new SignalingTimeProvider(), configure)
    {
    }

    private UploadTest(SignalingTimeProvider time, Action<MapTilerEmulatorOptions>? configure)
        : base(Options(time, configure)) => Time = time;

    protected SignalingTimeProvider Time { get; }

    protected static string Announcement(string fileName, long size, string? output = null) =>
        JsonSerializer.Serialize(new
        {
            filename = fileName,
            size,
            supported_upload_types = (string[])["s3_multipart", "google_drive_resumable"],
            output = output is null ? null : new { type = output },
        });

    protected Task<JsonElement> BeginAsync(string fileName, long size, string? output = null, string path = "datasets/ingest") =>
        PostAsync(path, Announcement(fileName, size, output));

    protected static string Id(JsonElement ingest) => ingest.GetProperty("id").GetString()!;

    protected static string State(JsonElement ingest) => ingest.GetProperty("state").GetString()!;

    protected static Uri Url(JsonElement ingest, int part) =>
        new(ingest.GetProperty("upload").GetProperty("parts")[part - 1].GetProperty("url").GetString()!);

    protected Task<HttpResponseMessage> PutAsync(Uri url, string content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content)) };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, Cancellation);
    }

    /// <summary>Sends a part and returns its ETag with its quotes.</summary>
    protected async Task<string> PutPartAsync(JsonElement ingest, int part, string content)
    {
        using var response = await PutAsync(Url(ingest, part), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.ETag!.Tag;
    }

    /// <summary>Sends all parts, in the order of their numbers.</summary>
    protected async Task<string[]> PutAllAsync(JsonElement ingest, string content)
    {
        var tags = new List<string>();
        foreach (var chunk in content.Chunk(PartSize))
            tags.Add(await PutPartAsync(ingest, tags.Count + 1, new(chunk)));
        return [.. tags];
    }

    protected static string Result(params IEnumerable<(int Part, string Tag)> parts) => JsonSerializer.Serialize(new
    {
        upload_result = new { type = "s3_multipart", parts = parts.Select(p => new { part_id = p.Part, etag = p.Tag }) },
    });

    protected static string Result(string[] tags) => Result(tags.Select((tag, index) => (index + 1, tag)));

    protected Task<HttpResponseMessage> ProcessAsync(JsonElement ingest, string result) =>
        CallAsync(HttpMethod.Post, $"datasets/ingest/{Id(ingest)}/process", result);

    protected Task<JsonElement> PollAsync(JsonElement ingest) => GetServiceAsync($"datasets/ingest/{Id(ingest)}");

    /// <summary>Uploads a file and waits for its end.</summary>
    protected async Task<JsonElement> UploadAsync(string fileName, string content, string? output = null, string path = "datasets/ingest")
    {
        var ingest = await BeginAsync(fileName, Encoding.UTF8.GetByteCount(content), output, path);
        await ReadAsync(ProcessAsync(ingest, Result(await PutAllAsync(ingest, content))));
        return await PollAsync(ingest);
    }

    private static MapTilerEmulatorOptions Options(SignalingTimeProvider time, Action<MapTilerEmulatorOptions>? configure)
    {
        var options = new MapTilerEmulatorOptions { TimeProvider = time, PartSize = PartSize };
        configure?.Invoke(options);
        return options;
    }
}
