using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

public class CredentialContextTests
{
    [Theory]
    [InlineData("https://api.maptiler.com/maps/streets-v4/style.json", "streets-v4")]
    [InlineData("https://api.maptiler.com/maps/streets-v4/", "streets-v4")]
    [InlineData("https://api.maptiler.com/maps/my%20map/256/1/2/3.png?x=1", "my map")]
    [InlineData("https://api.maptiler.com/maps/a%2Fb/style.json", "a/b")]
    [InlineData("https://api.maptiler.com/maps/streets-v4", null)]
    [InlineData("https://api.maptiler.com/maps", null)]
    [InlineData("https://api.maptiler.com/Maps/streets-v4/", null)]
    [InlineData("https://api.maptiler.com/geocoding/maps/x.json", null)]
    [InlineData("https://api.maptiler.com/tiles/v3/tiles.json", null)]
    public void MapId_returns_the_map_in_the_path_or_null(string uri, string? expected) =>
        Assert.Equal(expected, new CredentialContext(new Uri(uri)).MapId);

    [Fact]
    public void CredentialContext_contains_the_account_and_requires_a_URL()
    {
        var context = new CredentialContext(new Uri("https://api.maptiler.com/x"), "tenant-a");

        Assert.Equal("tenant-a", context.Account);
        Assert.Equal("", new CredentialContext(context.RequestUri).Account);
        Assert.Null(default(CredentialContext).MapId);
        Assert.Equal("requestUri", Assert.Throws<ArgumentNullException>(() => new CredentialContext(null!)).ParamName);
    }
}
