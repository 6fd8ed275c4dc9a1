using MapTiler.Ogc;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Ogc;

public sealed class OgcDocumentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_says_where_it_leads()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""
            {"title":"O","links":[{"href":"/a","rel":"item","type":"application/json","title":"A","templated":false},{"href":"/b","rel":5,"templated":"true"}]}
            """));

        var links = (await services.GetRequiredService<OgcClient>().GetMapTilesAsync("m", Cancel)).Links;

        Assert.Equal(("/a", "item", "application/json", "A", false), (links[0].Href, links[0].Rel, links[0].Type, links[0].Title, links[0].IsTemplated));
        Assert.Equal(("/b", null, null, null, false), (links[1].Href, links[1].Rel, links[1].Type, links[1].Title, links[1].IsTemplated));
        Assert.Equal(["item: /a", "/b"], links.Select(link => link.ToString()));
    }

    [Theory]
    [InlineData("""{"conformsTo":["a",5,null,["b"],"c"]}""", "a c")]
    [InlineData("""{"conformsTo":"a"}""", "")]
    [InlineData("{}", "")]
    public async Task Conformance_of_another_shape_is_none(string body, string expected)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body));

        Assert.Equal(expected, string.Join(' ', await services.GetRequiredService<OgcClient>().GetConformanceAsync(Cancel)));
    }
}
