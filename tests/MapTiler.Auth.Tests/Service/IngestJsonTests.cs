namespace MapTiler.Tests.Service;

/// <summary>What the service tells of an ingest, in odd forms too.</summary>
public sealed class IngestJsonTests : UploadTest
{
    [Theory]
    [InlineData("12", "\"40\"", 12L, 40.0)]
    [InlineData("\"12\"", "0.5", 12L, 0.5)]
    [InlineData("1e999", "1e999", null, null)]
    [InlineData("-1", "null", null, null)]
    [InlineData("1e300", "100", null, 100.0)]
    public async Task Numbers_of_an_ingest_are_read_or_not_known(string size, string progress, long? expectedSize, double? expectedProgress)
    {
        var wire = new ServiceWire(_ => ServiceWire.Json($$"""{"id":"{{Id}}","state":"processing","size":{{size}},"progress":{{progress}}}"""));
        using var services = wire.Services();

        var ingest = await Datasets(services).GetIngestAsync(Id, Cancel);

        Assert.Equal((expectedSize, expectedProgress), (ingest.Size, ingest.Progress));
    }

    [Theory]
    [InlineData("null", new string[0])]
    [InlineData("5", new string[0])]
    [InlineData("\"a\"", new[] { "a" })]
    [InlineData("[\"a\",{\"message\":\"b\"},{\"message\":[\"c\",null]},{\"code\":1}]", new[] { "a", "b", "c", "{\"code\":1}" })]
    [InlineData("[\"a\",\"\\ud800\"]", new[] { "a", "\"\\ud800\"" })]
    [InlineData("{\"message\":\"\\ud800\"}", new[] { "\"\\ud800\"" })]
    [InlineData("{\"\\ud800\":1}", new[] { "{\"\\ud800\":1}" })]
    public async Task Errors_of_an_ingest_are_told_in_whatever_form_they_come(string errors, string[] expected)
    {
        var wire = new ServiceWire(_ => ServiceWire.Json($$"""{"id":"{{Id}}","state":"failed","errors":{{errors}}}"""));
        using var services = wire.Services();

        Assert.Equal(expected, (await Datasets(services).GetIngestAsync(Id, Cancel)).Errors);
    }
}
