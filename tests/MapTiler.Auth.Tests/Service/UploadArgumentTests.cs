using MapTiler.Service;

namespace MapTiler.Tests.Service;

/// <summary>What an upload refuses before it asks the service for anything.</summary>
public sealed class UploadArgumentTests : UploadTest
{
    public static TheoryData<string, DatasetUploadOptions> Bad => new()
    {
        { "MaxConcurrency", new() { MaxConcurrency = 0 } },
        { "MaxRetryAttempts", new() { MaxRetryAttempts = -1 } },
        { "PartTimeout", new() { PartTimeout = TimeSpan.Zero } },
        { "PartTimeout", new() { PartTimeout = Timeout.InfiniteTimeSpan } },
        { "PartTimeout", new() { PartTimeout = TimeSpan.MaxValue } },
        { "ProcessingTimeout", new() { ProcessingTimeout = TimeSpan.FromTicks(-1) } },
        { "DocumentId", new() { DocumentId = Guid.Empty } },
        { "Output", new() { Output = default(DatasetOutput) } },
        { "Output", new() { Output = new(" ") } },
        { "CheckpointPath", new() { CheckpointPath = "" } },
        { "CheckpointPath", new() { CheckpointPath = " " } },
    };

    [Theory, MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_option_is_refused_by_its_name(string option, DatasetUploadOptions options)
    {
        var (path, _) = File(10);
        var wire = Store();
        using var services = wire.Services();
        using var source = new MemoryStream([1]);

        Assert.Equal(option, (await Assert.ThrowsAnyAsync<ArgumentException>(() => Datasets(services).UploadAsync(path, options, Cancel))).ParamName);
        Assert.Equal(option, (await Assert.ThrowsAnyAsync<ArgumentException>(() => Datasets(services).UploadAsync(source, "a", options, Cancel))).ParamName);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public void Every_option_is_among_the_bad_ones_or_cannot_be_bad() =>
        Assert.Equal(
            typeof(DatasetUploadOptions).GetProperties().Select(p => p.Name).Order(),
            Bad.Select(row => row.Data.Item1).Append("Progress").Distinct().Order());

    [Fact]
    public async Task A_stream_must_seek()
    {
        var wire = Store();
        using var services = wire.Services();
        using var source = new System.IO.Compression.BrotliStream(new MemoryStream([1]), System.IO.Compression.CompressionMode.Decompress);

        await Assert.ThrowsAsync<ArgumentException>("source", () => Datasets(services).UploadAsync(source, "a", cancellationToken: Cancel));
        Assert.Empty(wire.Requests);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task A_name_has_255_bytes_at_most(int length, bool isTaken)
    {
        var wire = Store();
        using var services = wire.Services();
        using var source = new MemoryStream([1]);
        var name = new string('a', length);

        if (isTaken)
            await Datasets(services).UploadAsync(source, name, cancellationToken: Cancel);
        else
            await Assert.ThrowsAsync<ArgumentException>("filename", () => Datasets(services).UploadAsync(source, name, cancellationToken: Cancel));

        Assert.Equal(isTaken, wire.Requests.Count > 0);
    }
}
