using System.Net.Sockets;
using System.Net;
using System.Text;

namespace MapTiler.Emulator.Tests;

public sealed class UploadHandlerTests : UploadTest
{
    private const string Content = "0123456789abcdefghijKLM";

    [Fact]
    public async Task Parts_can_arrive_in_any_order_and_more_than_once()
    {
        var ingest = await BeginAsync("a.geojson", 23);
        var third = await PutPartAsync(ingest, 3, "KLM");
        await PutPartAsync(ingest, 1, "older.....");
        var second = await PutPartAsync(ingest, 2, "abcdefghij");
        var first = await PutPartAsync(ingest, 1, "0123456789");

        await ReadAsync(ProcessAsync(ingest, Result([first, second, third])));

        var document = (await PollAsync(ingest)).GetProperty("document_id");
        Assert.Equal(Content, await GetTextAsync($"/data/{document}/features.json"));
        var upload = Assert.Single(Emulator.Uploads);
        Assert.Equal((4, 1), (upload.PartsReceived, upload.PartsResent));
    }

    [Fact]
    public async Task Etag_is_the_md5_in_quotes()
    {
        var ingest = await BeginAsync("a", 23);
        Assert.Equal("\"781e5e245d69b566979b86e28d23f2c7\"", await PutPartAsync(ingest, 1, "0123456789"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Etag_is_accepted_with_and_without_quotes(bool quoted)
    {
        var ingest = await BeginAsync("a.geojson", 23);
        var tags = await PutAllAsync(ingest, Content);
        Assert.Equal("processing", State(await ReadAsync(ProcessAsync(ingest, Result([.. tags.Select(t => quoted ? t : t.Trim('"'))])))));
    }

    public static TheoryData<string, int[]> BadLists => new()
    {
        { "missing in the middle", [1, 3] },
        { "missing at the end", [1, 2] },
        { "missing at the beginning", [2, 3] },
        { "descending", [3, 2, 1] },
        { "twice", [1, 2, 2, 3] },
        { "one too many", [1, 2, 3, 4] },
        { "counted from zero", [0, 1, 2] },
        { "empty", [] },
    };

    [Theory]
    [MemberData(nameof(BadLists))]
    public async Task List_of_parts_that_is_not_complete_and_ascending_is_rejected(string reason, int[] parts)
    {
        var ingest = await BeginAsync("a.geojson", 23);
        var tags = await PutAllAsync(ingest, Content);
        var result = Result(parts.Select(p => (p, tags[Math.Clamp(p, 1, 3) - 1])));

        Assert.NotEmpty(await AssertErrorAsync(400, "invalid_upload_result", ProcessAsync(ingest, result)));

        Assert.Equal("upload", State(await PollAsync(ingest)));
        await ReadAsync(ProcessAsync(ingest, Result(tags)));
        Assert.NotEmpty(reason);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"upload_result":{}}""")]
    [InlineData("""{"upload_result":{"type":"google_drive_resumable","parts":[]}}""")]
    [InlineData("""{"upload_result":{"type":"s3_multipart"}}""")]
    [InlineData("""{"upload_result":{"type":"s3_multipart","parts":{}}}""")]
    [InlineData("""{"upload_result":{"type":"s3_multipart","parts":[1]}}""")]
    [InlineData("""{"upload_result":{"type":"s3_multipart","parts":[{"part_id":1}]}}""")]
    [InlineData("""{"upload_result":{"type":"s3_multipart","parts":[{"part_id":"1","etag":""}]}}""")]
    public async Task Result_of_another_type_is_rejected(string body) =>
        await AssertErrorAsync(400, "invalid_parameter", ProcessAsync(await BeginAsync("a.geojson", 2), body));

    [Fact]
    public async Task Result_without_a_body_is_rejected() =>
        await AssertErrorAsync(400, "invalid_body", CallAsync(HttpMethod.Post, $"datasets/ingest/{Id(await BeginAsync("a", 2))}/process"));

    [Fact]
    public async Task Missing_part_is_rejected()
    {
        var ingest = await BeginAsync("a.geojson", 23);
        var tag = await PutPartAsync(ingest, 1, "0123456789");
        Assert.Contains("Part 2", await AssertErrorAsync(400, "invalid_upload_result", ProcessAsync(ingest, Result([tag, tag, tag]))));
    }

    [Theory]
    [InlineData("short", 18)]
    [InlineData("abcdefghijK", 24)]
    public async Task A_part_of_another_length_is_accepted_and_processing_fails(string second, int length)
    {
        var ingest = await BeginAsync("a.geojson", 23);
        var tags = await PutAllAsync(ingest, Content);
        tags[1] = await PutPartAsync(ingest, 2, second);

        Assert.Equal("processing", State(await ReadAsync(ProcessAsync(ingest, Result(tags)))));

        var failed = await PollAsync(ingest);
        Assert.Equal("failed", State(failed));
        Assert.Equal($"The parts have {length} bytes together, but the size of the file is 23.", failed.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(length, new StreamReader(Assert.Single(Emulator.Uploads).OpenRead()).ReadToEnd().Length);
    }

    [Fact]
    public async Task Page_of_another_origin_can_send_a_part_and_read_its_etag()
    {
        var url = Url(await BeginAsync("a", 2), 1);
        using var preflight = await PreflightAsync(url, "PUT", ("Origin", "https://shop.example"), ("Access-Control-Request-Headers", "content-type"));
        using var response = await PutAsync(url, "ab", ("Origin", "https://shop.example"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (preflight.StatusCode, response.StatusCode));
        Assert.Equal(["*", "PUT", "content-type", "ETag"], AccessOf(preflight));
        Assert.Equal(["*", "PUT", "", "ETag"], AccessOf(response));
    }

    [Fact]
    public async Task Page_of_another_origin_can_read_the_error_of_a_part()
    {
        var url = Url(await BeginAsync("a", 2), 1);
        using var response = await PutAsync(new($"{url}0"), "ab", ("Origin", "https://shop.example"));
        Assert.Equal((HttpStatusCode.Forbidden, "*"), (response.StatusCode, AccessOf(response)[0]));
    }

    [Fact]
    public async Task Request_without_an_origin_receives_no_CORS_headers()
    {
        using var response = await PutAsync(Url(await BeginAsync("a", 2), 1), "ab");
        Assert.Equal("", AccessOf(response)[3]);
    }

    [Fact]
    public async Task A_preflight_request_for_another_method_or_without_an_origin_is_rejected()
    {
        var url = Url(await BeginAsync("a", 2), 1);
        await AssertStorageErrorAsync(HttpStatusCode.Forbidden, "AccessForbidden", PreflightAsync(url, "DELETE", ("Origin", "https://shop.example")));
        await AssertStorageErrorAsync(HttpStatusCode.BadRequest, "BadRequest", PreflightAsync(url, "PUT"));
    }

    [Fact]
    public async Task A_wrong_etag_is_rejected()
    {
        var ingest = await BeginAsync("a.geojson", 23);
        var tags = await PutAllAsync(ingest, Content);
        Assert.Contains(
            "Part 3", await AssertErrorAsync(400, "invalid_upload_result", ProcessAsync(ingest, Result([tags[0], tags[1], tags[0]]))));
    }

    [Fact]
    public async Task Part_with_a_credential_is_rejected()
    {
        var ingest = await BeginAsync("a", 2);
        await AssertStorageErrorAsync(
            HttpStatusCode.BadRequest, "InvalidArgument", PutAsync(Url(ingest, 1), "ab", ("Authorization", $"Token {Emulator.ServiceToken}")));
        await AssertStorageErrorAsync(
            HttpStatusCode.BadRequest, "InvalidArgument", PutAsync(new($"{Url(ingest, 1)}&key={Emulator.ApiKey}"), "ab"));
        Assert.Equal(0, Assert.Single(Emulator.Uploads).PartsReceived);
    }

    [Theory]
    [InlineData("partNumber=1", "partNumber=2")]
    [InlineData("X-Amz-Expires=3600", "X-Amz-Expires=9999")]
    [InlineData("X-Amz-Signature=", "X-Amz-Signature=0")]
    [InlineData("?partNumber", "?x=1&partNumber")]
    [InlineData("127.0.0.1", "localhost")]
    public async Task A_changed_url_is_rejected(string part, string other)
    {
        var url = Url(await BeginAsync("a", 12), 1).AbsoluteUri;
        Assert.Contains(part, url);
        await AssertStorageErrorAsync(HttpStatusCode.Forbidden, "SignatureDoesNotMatch", PutAsync(new(url.Replace(part, other)), "ab"));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Url_is_valid_for_one_method(string method)
    {
        using var request = new HttpRequestMessage(new(method), Url(await BeginAsync("a", 2), 1));
        await AssertStorageErrorAsync(HttpStatusCode.Forbidden, "SignatureDoesNotMatch", Client.SendAsync(request, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("uploads/x")]
    [InlineData("v1/api_keys")]
    public Task Other_path_in_the_storage_is_rejected(string path) =>
        AssertStorageErrorAsync(HttpStatusCode.Forbidden, "AccessDenied", PutAsync(new(Emulator.UploadBaseAddress, path), "ab"));

    [Fact]
    public async Task Url_expires_after_its_lifetime()
    {
        var ingest = await BeginAsync("a", 2);
        Time.Advance(TimeSpan.FromHours(1));
        await AssertStorageErrorAsync(HttpStatusCode.Forbidden, "AccessDenied", PutAsync(Url(ingest, 1), "ab"));
    }

    [Fact]
    public async Task Part_is_rejected_after_the_processing_started()
    {
        var ingest = await BeginAsync("a.geojson", 2);
        await ReadAsync(ProcessAsync(ingest, Result(await PutAllAsync(ingest, "{}"))));
        await AssertStorageErrorAsync(HttpStatusCode.NotFound, "NoSuchUpload", PutAsync(Url(ingest, 1), "ab"));
    }

    [Fact]
    public async Task Part_without_a_length_is_rejected()
    {
        var url = Url(await BeginAsync("a", 2), 1);
        await AssertStorageErrorAsync(HttpStatusCode.NotImplemented, "NotImplemented", PutAsync(url, "ab", ("Transfer-Encoding", "chunked")));
        var raw = await SendRawAsync(url, "");
        Assert.StartsWith("HTTP/1.1 411", raw);
        Assert.Contains("MissingContentLength", raw);
    }

    [Fact]
    public async Task Part_with_a_wrong_digest_is_rejected()
    {
        var ingest = await BeginAsync("a", 2);
        await AssertStorageErrorAsync(HttpStatusCode.BadRequest, "BadDigest", PutAsync(Url(ingest, 1), "ab", ("Content-MD5", "nOoeJHOq9JlV+jT6rJWz5w==")));
        await AssertStatusAsync(HttpStatusCode.OK, PutAsync(Url(ingest, 1), "ab", ("Content-MD5", "GH70Q2Ei0cwvQNwrkvDroA==")));
        Assert.Equal(1, Assert.Single(Emulator.Uploads).PartsReceived);
    }

    [Fact]
    public async Task Interrupted_part_does_not_replace_the_older_one()
    {
        var ingest = await BeginAsync("a.geojson", 10);
        var tag = await PutPartAsync(ingest, 1, "0123456789");

        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(IPAddress.Loopback, Emulator.UploadBaseAddress.Port, Cancellation);
            await connection.GetStream().WriteAsync(Head(Url(ingest, 1), "Content-Length: 10\r\n", "xxx"), Cancellation);
            await Emulator.Requests.WaitForAsync(r => r.Method == "PUT" && r.Duration is null, Cancellation);
        }

        var request = await Emulator.Requests.WaitForAsync(r => r.Method == "PUT" && r.StatusCode is null && r.Duration is not null, Cancellation);
        Assert.Null(request.StatusCode);
        var upload = Assert.Single(Emulator.Uploads);
        Assert.Equal((1, 0, 1), (upload.PartsReceived, upload.PartsResent, upload.PartsInterrupted));
        await ReadAsync(ProcessAsync(ingest, Result([tag])));
    }

    [Fact]
    public async Task Journal_does_not_contain_the_signature()
    {
        var ingest = await BeginAsync("a", 2);
        await PutPartAsync(ingest, 1, "ab");
        var signature = Url(ingest, 1).Query.Split("X-Amz-Signature=")[1];
        var request = Emulator.Requests.Last();
        Assert.EndsWith("&X-Amz-Signature=***", request.Target);
        Assert.DoesNotContain(signature, request.ToString());
    }

    private Task<HttpResponseMessage> PreflightAsync(Uri url, string method, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, url);
        foreach (var (name, value) in headers.Append(("Access-Control-Request-Method", method)))
            request.Headers.Add(name, value);
        return Client.SendAsync(request, Cancellation);
    }

    private static string[] AccessOf(HttpResponseMessage response) =>
        [.. ((string[])["Origin", "Methods", "Headers"]).Select(name => HeaderOf(response, "Access-Control-Allow-" + name)), HeaderOf(response, "Access-Control-Expose-Headers")];

    private static string HeaderOf(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";

    private static byte[] Head(Uri url, string headers, string body) =>
        Encoding.ASCII.GetBytes($"PUT {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\n{headers}\r\n{body}");

    private static async Task<string> SendRawAsync(Uri url, string headers)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, url.Port, Cancellation);
        await connection.GetStream().WriteAsync(Head(url, $"Connection: close\r\n{headers}", ""), Cancellation);
        return await new StreamReader(connection.GetStream()).ReadToEndAsync(Cancellation);
    }

    private static async Task AssertStorageErrorAsync(HttpStatusCode status, string code, Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/xml", response.Content.Headers.ContentType?.MediaType);
        var error = System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).Root!;
        Assert.Equal(("Error", code), (error.Name.LocalName, error.Element("Code")?.Value));
        Assert.NotEmpty(error.Element("Message")!.Value);
    }
}
