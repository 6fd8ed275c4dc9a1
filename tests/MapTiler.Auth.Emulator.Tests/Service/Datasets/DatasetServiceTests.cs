using System.Net;
using System.Text.Json;
using System.Text;

namespace MapTiler.Emulator.Tests;

public sealed class DatasetServiceTests : UploadTest
{
    private const string Features = """{"type":"FeatureCollection","features":[]}""";

    [Fact]
    public async Task New_upload_is_divided_into_parts()
    {
        var ingest = await BeginAsync("stops.geojson", 42);

        Assert.Equal("upload", State(ingest));
        Assert.Equal("stops.geojson", ingest.GetProperty("filename").GetString());
        Assert.Equal(42, ingest.GetProperty("size").GetInt64());
        Assert.Equal(0, ingest.GetProperty("progress").GetDouble());
        foreach (var absent in (string[])["document_id", "errors", "upload_url"])
            Assert.Equal(JsonValueKind.Null, ingest.GetProperty(absent).ValueKind);
        var upload = ingest.GetProperty("upload");
        Assert.Equal("s3_multipart", upload.GetProperty("type").GetString());
        Assert.Equal(10, upload.GetProperty("part_size").GetInt32());
        Assert.Equal([1, 2, 3, 4, 5], upload.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("part_id").GetInt32()));
        Assert.All(Enumerable.Range(1, 5), part => Assert.Equal(Emulator.UploadBaseAddress.Port, Url(ingest, part).Port));
    }

    [Fact]
    public async Task Urls_have_the_host_name_of_the_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Emulator.ServiceBaseAddress, "v1/datasets/ingest"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Token {Emulator.ServiceToken}");
        request.Headers.Host = "emulator.test:80";
        request.Content = new StringContent(Announcement("a", 1), Encoding.UTF8, "application/json");
        var url = Url(await ReadAsync(Client.SendAsync(request, Cancellation)), 1);

        Assert.Equal($"emulator.test:{Emulator.UploadBaseAddress.Port}", url.Authority);
        var local = new Uri(url.AbsoluteUri.Replace("emulator.test", "127.0.0.1"));
        await AssertStatusAsync(HttpStatusCode.OK, PutAsync(local, "x", ("Host", url.Authority)));
    }

    [Theory]
    [InlineData(1, 10, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 2)]
    [InlineData(100_000, 10, 10_000)]
    [InlineData(100_001, 11, 9_091)]
    public async Task Upload_has_at_most_as_many_parts_as_s3_accepts(long size, int partSize, int count)
    {
        var upload = (await BeginAsync("a", size)).GetProperty("upload");
        Assert.Equal((partSize, count), (upload.GetProperty("part_size").GetInt32(), upload.GetProperty("parts").GetArrayLength()));
    }

    [Fact]
    public async Task An_uploaded_geojson_is_a_dataset_of_the_public_api()
    {
        var ingest = await UploadAsync("stops.GeoJSON", Features);

        Assert.Equal("completed", State(ingest));
        Assert.Equal(100, ingest.GetProperty("progress").GetDouble());
        Assert.Equal(JsonValueKind.Null, ingest.GetProperty("upload").ValueKind);
        Assert.Equal(Features, await GetTextAsync($"/data/{ingest.GetProperty("document_id")}/features.json"));
        Assert.Empty((await GetServiceAsync("tiles")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("trails.mbtiles", null, "pbf")]
    [InlineData("trails.gpkg", "raster_tileset", "png")]
    [InlineData("trails.geojson", "vector_tileset", "pbf")]
    public async Task Uploaded_file_of_another_type_is_a_tileset(string fileName, string? output, string format)
    {
        var ingest = await UploadAsync(fileName, "whatever", output);

        var id = ingest.GetProperty("document_id").GetString();
        Assert.Equal("trails", (await GetServiceAsync($"tiles/{id}")).GetProperty("title").GetString());
        Assert.Equal(format, (await GetJsonAsync($"/tiles/{id}/tiles.json")).GetProperty("format").GetString());
    }

    [Fact]
    public async Task File_with_another_name_is_a_dataset_if_the_caller_requests_it()
    {
        var ingest = await UploadAsync("stops.zip", Features, "vector_features");
        Assert.Equal(Features, await GetTextAsync($"/data/{ingest.GetProperty("document_id")}/features.json"));
    }

    [Fact]
    public async Task Replaced_data_has_the_same_id()
    {
        var id = (await UploadAsync("a.geojson", Features)).GetProperty("document_id").GetString();

        var replacement = await BeginAsync("b.geojson", 2, path: $"datasets/{id}/ingest");
        Assert.Equal(id, replacement.GetProperty("document_id").GetString());
        await ReadAsync(ProcessAsync(replacement, Result(await PutAllAsync(replacement, "{}"))));
        Assert.Equal(Features, await GetTextAsync($"/data/{id}/features.json"));
        Assert.Equal("completed", State(await PollAsync(replacement)));

        Assert.Equal("{}", await GetTextAsync($"/data/{id}/features.json"));
    }

    [Fact]
    public async Task Replaced_tileset_has_the_same_description()
    {
        var id = (await UploadAsync("a.mbtiles", "old")).GetProperty("document_id").GetString();
        await PostAsync($"tiles/{id}/change_metadata", """{"title":"T","description":"D","attribution":"A"}""");
        await UploadAsync("b.mbtiles", "new", path: $"tiles/{id}/ingest");
        Assert.Equal($$"""{"id":"{{id}}","title":"T","description":"D","attribution":"A"}""", (await GetServiceAsync($"tiles/{id}")).ToString());
    }

    [Fact]
    public async Task Replacing_an_unknown_document_is_rejected()
    {
        var id = (await UploadAsync("a.mbtiles", "old")).GetProperty("document_id").GetString();
        await DeleteAsync($"tiles/{id}");
        await AssertErrorAsync(410, "gone", CallAsync(HttpMethod.Post, $"datasets/{id}/ingest", Announcement("b.mbtiles", 3)));
        await AssertErrorAsync(404, "not_found", CallAsync(HttpMethod.Post, $"datasets/{Disabled}/ingest", Announcement("b.mbtiles", 3)));
    }

    [Fact]
    public async Task Ingest_routes_exist_below_tiles_for_older_clients()
    {
        var ingest = await BeginAsync("a.geojson", 2, path: "tiles/ingest");
        var result = Result(await PutAllAsync(ingest, "{}"));
        await PostAsync($"tiles/ingest/{Id(ingest)}/process", result);
        Assert.Equal("completed", State(await GetServiceAsync($"tiles/ingest/{Id(ingest)}")));
        var other = await BeginAsync("a.geojson", 2, path: "tiles/ingest");
        Assert.Equal("canceled", State(await PostAsync($"tiles/ingest/{Id(other)}/cancel")));
    }

    [Fact]
    public async Task Request_for_an_ingest_returns_no_urls()
    {
        var ingest = await PollAsync(await BeginAsync("a", 1));
        Assert.Equal("upload", State(ingest));
        Assert.Equal(JsonValueKind.Null, ingest.GetProperty("upload").ValueKind);
    }

    [Theory]
    [InlineData("""{"size":1}""", "filename")]
    [InlineData("""{"filename":"","size":1}""", "filename")]
    [InlineData("""{"filename":7,"size":1}""", "filename")]
    [InlineData("""{"filename":"a"}""", "size")]
    [InlineData("""{"filename":"a","size":0}""", "size")]
    [InlineData("""{"filename":"a","size":-1}""", "size")]
    [InlineData("""{"filename":"a","size":1.5}""", "size")]
    [InlineData("""{"filename":"a","size":"1"}""", "size")]
    [InlineData("""{"filename":"a","size":1,"output":"image"}""", "output")]
    [InlineData("""{"filename":"a","size":1,"output":{}}""", "output.type")]
    [InlineData("""{"filename":"a","size":1,"output":{"type":"video"}}""", "output.type")]
    [InlineData("""{"filename":"a","size":1,"supported_upload_types":"s3_multipart"}""", "supported_upload_types")]
    public async Task Invalid_ingest_request_is_rejected_with_the_name_of_the_field(string body, string field)
    {
        Assert.Contains($" {field}:", await AssertErrorAsync(400, "invalid_parameter", CallAsync(HttpMethod.Post, "datasets/ingest", body)));
        Assert.Empty(Emulator.Uploads);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public Task File_name_of_more_than_255_bytes_is_rejected(int bytes, bool valid)
    {
        var name = new string('ř', bytes / 2) + (bytes % 2 == 1 ? "x" : "");
        var sending = CallAsync(HttpMethod.Post, "datasets/ingest", Announcement(name, 1));
        return valid ? ReadAsync(sending) : AssertErrorAsync(400, "invalid_parameter", sending);
    }

    [Fact]
    public Task File_larger_than_the_plan_allows_is_rejected() =>
        AssertErrorAsync(403, "storage_limit_exceeded", CallAsync(HttpMethod.Post, "datasets/ingest", Announcement("a", (5L << 30) + 1)));

    [Theory]
    [InlineData("""{"filename":"a","size":1}""")]
    [InlineData("""{"filename":"a","size":1,"supported_upload_types":[]}""")]
    [InlineData("""{"filename":"a","size":1,"supported_upload_types":["google_drive_resumable"]}""")]
    public Task A_type_of_upload_that_is_not_offered_is_rejected(string body) =>
        AssertErrorAsync(400, "unsupported_upload_type", CallAsync(HttpMethod.Post, "datasets/ingest", body));

    [Theory]
    [InlineData("GET", $"datasets/ingest/{Disabled}")]
    [InlineData("POST", $"datasets/ingest/{Disabled}/process")]
    [InlineData("POST", $"datasets/ingest/{Disabled}/cancel")]
    public Task An_unknown_ingest_is_not_found(string method, string path) =>
        AssertErrorAsync(404, "not_found", CallAsync(new(method), path, Result((1, "x"))));

    [Fact]
    public async Task Canceled_upload_deletes_its_parts()
    {
        var ingest = await BeginAsync("a.geojson", 12);
        await PutPartAsync(ingest, 1, "0123456789");

        Assert.Equal("canceled", State(await PostAsync($"datasets/ingest/{Id(ingest)}/cancel")));
        Assert.Equal("canceled", State(await PostAsync($"datasets/ingest/{Id(ingest)}/cancel")));
        Assert.Equal("canceled", State(await PollAsync(ingest)));

        await AssertStatusAsync(HttpStatusCode.NotFound, PutAsync(Url(ingest, 2), "ab"));
        await AssertErrorAsync(400, "invalid_state", ProcessAsync(ingest, Result((1, "x"))));
        Assert.Throws<InvalidOperationException>(() => Assert.Single(Emulator.Uploads).OpenRead());
    }

    [Fact]
    public async Task Failed_processing_reports_its_error_and_replaces_nothing()
    {
        var id = (await UploadAsync("a.geojson", Features)).GetProperty("document_id").GetString();
        Emulator.Uploads.FailNext("Not a geometry", "bad_geometry");

        var failed = await UploadAsync("b.geojson", "{}", path: $"datasets/{id}/ingest");

        Assert.Equal("failed", State(failed));
        Assert.Equal("""[{"type":"bad_geometry","message":"Not a geometry"}]""", failed.GetProperty("errors").ToString());
        Assert.Equal(Features, await GetTextAsync($"/data/{id}/features.json"));
        Assert.Equal("completed", State(await UploadAsync("c.geojson", "{}")));
        await AssertErrorAsync(400, "invalid_state", CallAsync(HttpMethod.Post, $"datasets/ingest/{Id(failed)}/cancel"));
    }

    [Fact]
    public async Task Upload_in_an_end_state_cannot_be_canceled_or_processed()
    {
        var ingest = await UploadAsync("a.geojson", "{}");
        await AssertErrorAsync(400, "invalid_state", CallAsync(HttpMethod.Post, $"datasets/ingest/{Id(ingest)}/cancel"));
        await AssertErrorAsync(400, "invalid_state", ProcessAsync(ingest, Result((1, "x"))));
    }

    [Fact]
    public async Task Uploads_contains_the_uploaded_file()
    {
        await UploadAsync("a.geojson", Features);

        var upload = Assert.Single(Emulator.Uploads);
        Assert.Equal(("a.geojson", 42L, 10, 5), (upload.FileName, upload.Size, upload.PartSize, upload.PartCount));
        Assert.Equal((EmulatedUploadState.Completed, 5, 0, 0), (upload.State, upload.PartsReceived, upload.PartsResent, upload.PartsInterrupted));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Features))),
            await upload.ComputeSha256Async(Cancellation));
        await using var file = upload.OpenRead();
        file.Seek(-5, SeekOrigin.End);
        Assert.Equal("s\":[]}"[1..], await new StreamReader(file).ReadToEndAsync(Cancellation));
    }
}
