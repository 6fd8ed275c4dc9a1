using System.Globalization;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class CultureTests : BulkGeocodingTest
{
    [Theory]
    [InlineData("cs-CZ")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public async Task Numbers_are_the_same_in_every_culture(string culture)
    {
        var input = Write("addresses.csv", "address\nWellington\nReykjavík\nBuenos Aires\n");
        await RunWithKeyAsync(Emulator.ApiKey, [input, "--out", PathOf("invariant"), "--min-relevance", "0.5"], Cancellation);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var run = await RunAsync(input, "--min-relevance", "0.5");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Wellington,174.77557,-41.28664,", Read("results.csv"), StringComparison.Ordinal);
        Assert.Equal(Read("invariant.csv"), Read("results.csv"));
        Assert.Equal(Read("invariant.geojson"), Read("results.geojson"));
        Assert.Equal(Read("invariant.job"), Read("results.job"));
        Assert.Contains("3 of 3 rows (100 %)", run.Error, StringComparison.Ordinal);
    }
}
