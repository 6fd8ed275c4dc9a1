using MapTiler.Service;
using static MapTiler.Tests.OptionErrors;

namespace MapTiler.Tests.Service;

/// <summary>The validation of the options.</summary>
public sealed class DatasetUploadOptionsTests : UploadTest
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
    public async Task Invalid_option_throws_with_its_name_before_any_request(string option, DatasetUploadOptions options)
    {
        var (path, _) = File(10);
        var transport = Store();
        using var services = transport.Services();
        using var source = new MemoryStream([1]);

        AssertOption(option, await Assert.ThrowsAnyAsync<ArgumentException>(() => Datasets(services).UploadAsync(path, options, Cancel)));
        AssertOption(option, await Assert.ThrowsAnyAsync<ArgumentException>(() => Datasets(services).UploadAsync(source, "a", options, Cancel)));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public void Each_option_has_an_invalid_value_in_the_test_data() =>
        Assert.Equal(
            typeof(DatasetUploadOptions).GetProperties().Select(p => p.Name).Order(),
            Bad.Select(row => row.Data.Item1).Append("Progress").Distinct().Order());
}
