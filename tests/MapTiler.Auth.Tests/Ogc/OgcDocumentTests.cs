using System.Text.Json;
using MapTiler.Ogc;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Ogc;

public sealed class OgcDocumentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_returns_every_member_of_a_link()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""
            {"title":"O","links":[{"href":"/a","rel":"item","type":"application/json","title":"A","templated":false},{"href":"/b","rel":5,"templated":"true"}]}
            """));

        var links = (await services.GetRequiredService<OgcClient>().GetMapTilesAsync("m", Cancel)).Links;

        Assert.Equal(("/a", "item", "application/json", "A", false), (links[0].Href, links[0].Rel, links[0].Type, links[0].Title, links[0].IsTemplated));
        Assert.Equal(("/b", null, null, null, false), (links[1].Href, links[1].Rel, links[1].Type, links[1].Title, links[1].IsTemplated));
        Assert.Equal(["item: /a", "/b"], links.Select(link => link.ToString()));
    }

    [Theory]
    [InlineData("""{"conformsTo":["a",5,null,["b"],"c"]}""", "a c")]
    public async Task GetConformanceAsync_returns_only_the_items_that_are_strings(string body, string expected)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        Assert.Equal(expected, string.Join(' ', await services.GetRequiredService<OgcClient>().GetConformanceAsync(Cancel)));
    }

    [Fact]
    public void OgcDocument_from_JSON_returns_its_members_and_throws_for_an_array()
    {
        var document = new OgcDocument(JsonDocument.Parse("""{"title":"T","links":[{"href":"/a"},{"rel":"no href"}]}""").RootElement);

        Assert.Equal(("T", "/a", "OgcDocument { T }"), (document.Title, Assert.Single(document.Links).Href, document.ToString()));
        Assert.Throws<ArgumentException>("json", () => new OgcDocument(JsonDocument.Parse("[]").RootElement));
    }
}
