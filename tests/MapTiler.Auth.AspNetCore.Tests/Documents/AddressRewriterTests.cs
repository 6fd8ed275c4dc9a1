using System.Text;

namespace MapTiler.AspNetCore.Tests;

public sealed class AddressRewriterTests : IDisposable
{
    private const string Ours = "https://maps.example/maptiler";
    private const string MapKey = "MapCanaryKey13579";

    private readonly CapturingLoggerProvider _logs = new();

    public static TheoryData<string> Credentials { get; } = [Secrets.Key, MapKey, Secrets.TokenSecret];

    public void Dispose() => _logs.Dispose();

    [Theory]
    [MemberData(nameof(Credentials))]
    public void A_credential_stays_nowhere(string secret)
    {
        foreach (var text in new[] { "{0}", "of {0}.", "https://other.example/?key={0}", "https://api.maptiler.com/resources/{0}.svg", "https://api.maptiler.com/fonts/{0}/0-255.pbf", "https://api.maptiler.com" })
            Assert.DoesNotContain(secret, Rewriter().Rewrite(text.Replace("{0}", secret, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_within_a_text_is_taken_out_also_if_it_is_another_s() =>
        Assert.Equal("<img src='https://api.maptiler.com/tiles/v3/0/0/0.pbf'>", Rewriter().Rewrite("<img src='https://api.maptiler.com/tiles/v3/0/0/0.pbf?key=unknown&signature=unknown'>"));

    [Theory]
    [InlineData("https://api.maptiler.com:443/tiles/v3/tiles.json")]
    [InlineData("HTTPS://API.MapTiler.com/tiles/v3/tiles.json")]
    [InlineData("http://api.maptiler.com/tiles/v3/tiles.json")]
    [InlineData("//api.maptiler.com/tiles/v3/tiles.json?key=unknown")]
    public void An_address_of_MapTiler_is_known_however_it_is_written(string address) => Assert.Equal(Ours + "/tiles/v3/tiles.json", Rewriter().Rewrite(address));

    [Theory]
    [InlineData("https://api.maptiler.com/tiles/../../admin")]
    [InlineData("https://api.maptiler.com/tiles/%2E%2e/%2e%2E/admin")]
    [InlineData("https://api.maptiler.com/tiles\\..\\..\\admin")]
    [InlineData("https://api.maptiler.com/tiles/v3\\admin")]
    [InlineData("https://api.maptiler.com/maps/.%2e/admin")]
    [InlineData("https://api.maptiler.com/tiles/.\t./.\t./admin")] // browsers leave these out
    [InlineData("https://api.maptiler.com/tiles/.\n./.\r./admin")]
    [InlineData("https://api.maptiler.com/resources/logo.svg")]
    [InlineData("https://api.maptiler.com.evil.example/tiles/v3/tiles.json")]
    [InlineData("https://api.maptiler.com@evil.example/tiles/v3/tiles.json")]
    [InlineData("https://evil.example/https://api.maptiler.com/tiles/v3/tiles.json")]
    public void No_other_address_leads_into_the_application(string address) => Assert.Equal(address, Rewriter().Rewrite(address));

    [Theory]
    [InlineData("https://gateway.example/api/tiles/v4/tiles.json?key=unknown", Ours + "/tiles/v4/tiles.json")]
    [InlineData("https://gateway.example/tiles/v4/tiles.json", "https://gateway.example/tiles/v4/tiles.json")]
    [InlineData("https://gateway.example/apis/tiles/v4/tiles.json", "https://gateway.example/apis/tiles/v4/tiles.json")]
    public void Rewrite_replaces_the_path_of_the_base_address(string url, string expected)
    {
        var rewriter = new AddressRewriter(new MapTilerOptions { BaseAddress = new Uri("https://gateway.example/api") }, Ours, new BrowserMapsOptions(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

        Assert.Equal(expected, rewriter.Rewrite(url));
    }

    [Fact]
    public void Map_that_is_not_listed_is_logged_once()
    {
        var rewriter = Rewriter();

        foreach (var path in new[] { "maps/other/style.json", "maps/streets-v4/style.json", "tiles/other/tiles.json", "data/other/features.json", "maps/other/tiles.json", "maps/a b/style.json", "maps/base/sprite" })
            Assert.StartsWith(Ours, rewriter.Rewrite("https://api.maptiler.com/" + path), StringComparison.Ordinal);

        Assert.Contains("'other', which is not listed", Assert.Single(_logs.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_rewritten_like_texts() =>
        Assert.Equal("""{"***":{"https://maps.example/maptiler/tiles/v3/tiles.json":1}}""", Rewrite("{\"" + Secrets.Key + "\":{\"https://api.maptiler.com/tiles/v3/tiles.json?key=" + Secrets.Key + "\":1}}"));

    [Theory]
    [InlineData("\uFEFF{\"a\":1.50e0}", "{\"a\":1.50e0}")]
    [InlineData("[\"\\u010d\\/\",null,true,-0]", "[\"\\u010d\\/\",null,true,-0]")]
    public void The_rest_stays_as_it_is(string json, string expected) => Assert.Equal(expected, Rewrite(json));

    [Fact]
    public void JSON_may_be_deep()
    {
        var deep = new string('[', 200) + new string(']', 200);

        Assert.Equal(deep, Rewrite(deep));
    }

    private string Rewrite(string json) => Encoding.UTF8.GetString(DocumentRewriter.Rewrite(Encoding.UTF8.GetBytes(json), Rewriter()).Span);

    private AddressRewriter Rewriter() => new(
        new MapTilerOptions { ApiKey = Secrets.Key, MapApiKeys = { ["streets-v4"] = MapKey }, ServiceToken = Secrets.Token }, Ours, new BrowserMapsOptions { Maps = { "streets-v4" } }, _logs.CreateLogger("test"));
}
