using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests;

/// <summary>Who gets what was kept for whom.</summary>
public sealed class CacheKeyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_that_share_a_second_level_share_no_answer()
    {
        await using var upstream = await LoopbackServer.StartAsync(AnswerAsync);
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000,
            services: services =>
            {
                services.AddSingleton<IDistributedCache>(new SharedCache());
                services.AddMapTiler("archive", o => (o.ApiKey, o.BaseAddress) = (Secrets.OtherKey, upstream.BaseAddress)).AddBrowserMaps(o =>
                    (o.Mode, o.PublicAddress, o.CacheSize, _) = (BrowserMapsMode.Proxy, new Uri(BrowserApp.Public), 1_000_000, o.Tilesets.Add("v3")));
            },
            pipeline: app => app.MapMapTiler("/archive", "archive"));

        foreach (var path in new[] { "/maptiler", "/archive", "/maptiler", "/archive" })
            Assert.Equal("{}", await app.GetTextAsync(path + "/tiles/v3/0/0/0.pbf"));

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "")]
    [InlineData("a:file:https://h/", "a%3Afile%3Ahttps%3A%2F%2Fh%2F")]
    public void Tenants_share_no_answer_however_they_are_called(string one, string other)
    {
        Assert.NotEqual(KeyOf(one, ":file:", "https://h/tiles/v3/0/0/0.pbf"), KeyOf(other, ":file:", "https://h/tiles/v3/0/0/0.pbf"));
        Assert.NotEqual(KeyOf(one, ":file:", "https://h/" + new string('a', 5000)), KeyOf(other, ":file:", "https://h/" + new string('a', 5000)));
    }

    [Fact]
    public void A_name_of_a_tenant_cannot_be_taken_for_a_part_of_an_address() =>
        Assert.NotEqual(KeyOf("a:file:https://h/x", ":file:", "https://h/"), KeyOf("a", ":file:", "https://h/x:file:https://h/"));

    [Fact]
    public void A_key_shows_neither_tenant_nor_place()
    {
        var key = KeyOf("anna@shop.example", ":file:", "https://h/geocoding/Brno.json");

        Assert.DoesNotContain("anna", key, StringComparison.Ordinal);
        Assert.DoesNotContain("Brno", key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_with_a_long_address_is_fetched_once()
    {
        await using var upstream = await LoopbackServer.StartAsync(AnswerAsync);
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        for (var i = 0; i < 2; i++)
            await app.GetTextAsync($"/maptiler/maps/streets-v4/static/auto/10x10.png?path={new string('1', 5000)}");

        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Searches_are_kept_by_language()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync($"\"{context.Request.Headers.AcceptLanguage}\"");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.SignedRedirect, o => o.CacheSize = 1_000_000);

        foreach (var language in new[] { "cs", "en", "cs", "en" })
        {
            using var response = await app.GetAsync("/maptiler/geocoding/Brno.json", ("Accept-Language", language));
            Assert.Equal($"\"{language}\"", await response.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task A_style_that_one_application_keeps_does_not_lead_browsers_of_another_to_it()
    {
        var shared = new SharedCache();
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync($"\"http://{context.Request.Host}/tiles/v3/tiles.json\"");
        });

        foreach (var address in new[] { "https://one.example/", "https://other.example/" })
        {
            await using var app = await BrowserApp.StartAsync(
                upstream.BaseAddress, BrowserMapsMode.Proxy, o => (o.CacheSize, o.PublicAddress) = (1_000_000, new Uri(address)), services: services => services.AddSingleton<IDistributedCache>(shared));
            Assert.Equal($"\"{address}maptiler/tiles/v3/tiles.json\"", await app.GetTextAsync("/maptiler/maps/streets-v4/style.json"));
        }
    }

    private static string KeyOf(string tenant, string kind, string address) =>
        new CacheKeys("", new BrowserMapsOptions { TenantOf = _ => tenant }).Of(new DefaultHttpContext(), kind, new Uri(address));

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "public, max-age=60";
        return context.Response.WriteAsync("{}");
    }
}
