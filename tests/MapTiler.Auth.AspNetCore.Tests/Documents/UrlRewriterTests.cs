using System.Text;
using MapTiler.AspNetCore.Documents;
using MapTiler.Json;

namespace MapTiler.AspNetCore.Tests.Documents;

public sealed class UrlRewriterTests : IDisposable
{
    private const string PublicUrl = "https://maps.example/maptiler";
    private const string MapKey = "MapCanaryKey13579";

    private readonly CapturingLoggerProvider _logs = new();

    public static MatrixTheoryData<string, string> Credentials { get; } = new(
        [Secrets.Key, MapKey, Secrets.TokenSecret],
        ["{0}", "of {0}.", "https://other.example/?key={0}", "https://api.maptiler.com/resources/{0}.svg", "https://api.maptiler.com/fonts/{0}/0-255.pbf"]);

    public void Dispose() => _logs.Dispose();

    [Theory]
    [MemberData(nameof(Credentials))]
    public void Rewrite_removes_every_credential_of_the_account(string secret, string template) =>
        Assert.DoesNotContain(secret, Rewriter().Rewrite(template.Replace("{0}", secret, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Rewrite_of_a_URL_within_HTML_removes_any_key_and_signature() =>
        Assert.Equal("<img src='https://api.maptiler.com/tiles/v3/0/0/0.pbf'>", Rewriter().Rewrite("<img src='https://api.maptiler.com/tiles/v3/0/0/0.pbf?key=unknown&signature=unknown'>"));

    [Theory]
    [InlineData("https://api.maptiler.com:443/tiles/v3/tiles.json")]
    [InlineData("HTTPS://API.MapTiler.com/tiles/v3/tiles.json")]
    [InlineData("http://api.maptiler.com/tiles/v3/tiles.json")]
    [InlineData("//api.maptiler.com/tiles/v3/tiles.json?key=unknown")]
    public void Rewrite_recognizes_every_form_of_a_URL_of_MapTiler(string url) => Assert.Equal(PublicUrl + "/tiles/v3/tiles.json", Rewriter().Rewrite(url));

    [Theory]
    [InlineData("https://api.maptiler.com/tiles/../../admin")]
    [InlineData("https://api.maptiler.com/tiles/%2E%2e/%2e%2E/admin")]
    [InlineData("https://api.maptiler.com/tiles\\..\\..\\admin")]
    [InlineData("https://api.maptiler.com/tiles/v3\\admin")]
    [InlineData("https://api.maptiler.com/maps/.%2e/admin")]
    [InlineData("https://api.maptiler.com/tiles/.\t./.\t./admin")] // browsers remove these characters
    [InlineData("https://api.maptiler.com/tiles/.\n./.\r./admin")]
    [InlineData("https://api.maptiler.com/resources/logo.svg")]
    [InlineData("https://api.maptiler.com.evil.example/tiles/v3/tiles.json")]
    [InlineData("https://api.maptiler.com@evil.example/tiles/v3/tiles.json")]
    [InlineData("https://evil.example/https://api.maptiler.com/tiles/v3/tiles.json")]
    public void Rewrite_does_not_change_other_URLs(string url) => Assert.Equal(url, Rewriter().Rewrite(url));

    [Theory]
    [InlineData("https://gateway.example/api/tiles/v4/tiles.json?key=unknown", PublicUrl + "/tiles/v4/tiles.json")]
    [InlineData("https://gateway.example/tiles/v4/tiles.json", "https://gateway.example/tiles/v4/tiles.json")]
    [InlineData("https://gateway.example/apis/tiles/v4/tiles.json", "https://gateway.example/apis/tiles/v4/tiles.json")]
    public void Rewrite_replaces_the_path_of_the_base_address(string url, string expected)
    {
        var rewriter = new UrlRewriter(new MapTilerOptions { BaseAddress = new Uri("https://gateway.example/api") }, PublicUrl, new BrowserMapsOptions(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

        Assert.Equal(expected, rewriter.Rewrite(url));
    }

    [Fact]
    public void Rewrite_of_a_URL_of_a_map_that_is_not_listed_logs_it_once()
    {
        var rewriter = Rewriter();

        foreach (var path in new[] { "maps/other/style.json", "maps/streets-v4/style.json", "tiles/other/tiles.json", "data/other/features.json", "maps/other/tiles.json", "maps/a b/style.json", "maps/base/sprite" })
            Assert.StartsWith(PublicUrl, rewriter.Rewrite("https://api.maptiler.com/" + path), StringComparison.Ordinal);

        Assert.Contains("'other', which is not listed", Assert.Single(_logs.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Rewrite_of_JSON_rewrites_property_names_too()
    {
        var json = "{\"" + Secrets.Key + "\":{\"https://api.maptiler.com/tiles/v3/tiles.json?key=" + Secrets.Key + "\":1}}";

        Assert.Equal("""{"***":{"https://maps.example/maptiler/tiles/v3/tiles.json":1}}""", Encoding.UTF8.GetString(JsonRewriter.Rewrite(Encoding.UTF8.GetBytes(json), Rewriter().Rewrite).Span));
    }

    private UrlRewriter Rewriter() => new(
        new MapTilerOptions { ApiKey = Secrets.Key, MapApiKeys = { ["streets-v4"] = MapKey }, ServiceToken = Secrets.Token }, PublicUrl, new BrowserMapsOptions { Maps = { "streets-v4" } }, _logs.CreateLogger("test"));
}
