namespace MapTiler.Tests.Service;

public sealed class ApiKeySettingsTests
{
    private static readonly Guid Id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("example.com/path")]
    [InlineData("example.com:8080")]
    [InlineData("*")]
    [InlineData("a.*.com")]
    [InlineData("")]
    [InlineData("exa mple.com")]
    [InlineData("??")]
    public async Task Invalid_origin_throws_with_the_valid_forms_before_any_request(string origin)
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"id":"{{Id}}","token":"t"}"""));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<ArgumentException>("settings", () => services.Service().ApiKeys.CreateAsync(new() { Origins = [origin] }, Cancel));

        Assert.Contains("'*.example.com' without scheme, port and path", error.Message, StringComparison.Ordinal);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task User_agent_must_be_ASCII_and_origin_may_be_any_domain()
    {
        var longest = string.Join(".", Enumerable.Repeat(new string('a', 49), 5)) + ".abc";
        var transport = new ServiceTransport(_ => ServiceTransport.Json($$"""{"id":"{{Id}}","token":"t"}"""));
        using var services = transport.Services();
        var keys = services.Service().ApiKeys;

        await keys.CreateAsync(new() { UserAgent = "~ app", Origins = ["192.168.1.1", "*." + longest[1..]] }, Cancel);

        await Assert.ThrowsAsync<ArgumentException>("settings", () => keys.CreateAsync(new() { UserAgent = "äpp" }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>("settings", () => keys.CreateAsync(new() { UserAgent = " " }, Cancel));
        Assert.Single(transport.Requests);
    }
}
