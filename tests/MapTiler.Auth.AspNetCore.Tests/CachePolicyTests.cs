using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests;

/// <summary>What caches on the way may keep.</summary>
public sealed class CachePolicyTests
{
    private const string Told = "public, max-age=60";

    [Fact]
    public void What_everybody_may_see_is_kept_as_MapTiler_says() => Assert.Equal(Told, Of(new DefaultHttpContext()));

    [Fact]
    public void An_answer_to_who_shows_a_credential_is_private_whether_or_not_it_was_read()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = "Basic YTpi";

        Assert.Equal("max-age=60, private", Of(context));
    }

    [Fact]
    public void An_endpoint_that_asks_who_calls_gives_private_answers_also_to_who_has_no_name()
    {
        var context = new DefaultHttpContext();
        context.SetEndpoint(new Microsoft.AspNetCore.Http.Endpoint(null, new EndpointMetadataCollection(new AuthorizeAttribute("from the office")), null));

        Assert.Equal("max-age=60, private", Of(context));
    }

    [Theory]
    [InlineData(null, "private")]
    [InlineData("nonsense;", "no-store")]
    public void Where_nothing_is_said_caches_on_the_way_do_not_guess(string? told, string expected) =>
        Assert.Equal(expected, new CachePolicy(new BrowserMapsOptions(), hasOwnKeys: true).Of(new DefaultHttpContext(), told));

    private static string? Of(HttpContext context) => new CachePolicy(new BrowserMapsOptions(), hasOwnKeys: false).Of(context, Told);
}
