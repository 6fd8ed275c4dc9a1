namespace MapTiler.Tests.Service;

/// <summary>Ingests in responses, also in unusual shapes.</summary>
public sealed class IngestBodyTests : UploadTest
{
    [Theory]
    [InlineData("12", "\"40\"", 12L, 40.0)]
    [InlineData("\"12\"", "0.5", 12L, 0.5)]
    [InlineData("1e999", "1e999", null, null)]
    [InlineData("-1", "null", null, null)]
    [InlineData("1e300", "100", null, 100.0)]
    public async Task Size_and_progress_outside_their_range_are_null(string size, string progress, long? expectedSize, double? expectedProgress)
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"id":"{{Id}}","state":"processing","size":{{size}},"progress":{{progress}}}"""));
        using var services = transport.Services();

        var ingest = await Datasets(services).GetIngestAsync(Id, Cancel);

        Assert.Equal((expectedSize, expectedProgress), (ingest.Size, ingest.ProcessingPercent));
    }

    [Theory]
    [InlineData("null", new string[0])]
    [InlineData("5", new string[0])]
    [InlineData("\"a\"", new[] { "a" })]
    [InlineData("[\"a\",{\"message\":\"b\"},{\"message\":[\"c\",null]},{\"code\":1}]", new[] { "a", "b", "c", "{\"code\":1}" })]
    [InlineData("[\"a\",\"\\ud800\"]", new[] { "a", "\uFFFD" })]
    [InlineData("{\"message\":\"\\ud800\"}", new[] { "\uFFFD" })]
    [InlineData("{\"\\ud800\":1}", new[] { "{\"\\uFFFD\":1}" })]
    public async Task Errors_of_any_JSON_shape_are_read_as_strings(string errors, string[] expected)
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"id":"{{Id}}","state":"failed","errors":{{errors}}}"""));
        using var services = transport.Services();

        Assert.Equal(expected, (await Datasets(services).GetIngestAsync(Id, Cancel)).Errors);
    }

    [Fact]
    public async Task Ingest_with_an_empty_id_is_an_invalid_response()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"id":"{{Guid.Empty}}","state":"upload"}"""));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).GetIngestAsync(Id, Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task Ingest_that_echoes_the_token_is_returned_without_it()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json(
            $$"""{"id":"{{Id}}","state":"{{Secrets.TokenSecret}}","filename":"a {{Secrets.Token}}.csv","errors":["used {{Secrets.TokenSecret.ToUpperInvariant()}}"]}"""));
        using var services = transport.Services();

        var ingest = await Datasets(services).GetIngestAsync(Id, Cancel);

        Assert.Equal(("***", "a ***.csv", "used ***"), (ingest.State.Value, ingest.FileName, ingest.Errors.Single()));
    }
}
