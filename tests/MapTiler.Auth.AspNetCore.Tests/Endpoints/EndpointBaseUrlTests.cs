using MapTiler.AspNetCore.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests.Endpoints;

public sealed class EndpointBaseUrlTests
{
    [Fact]
    public async Task Value_does_not_depend_on_the_routing_options_of_the_application()
    {
        await using var upstream = await LoopbackServer.StartAsync();
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.SignedRedirect, services: services => services.AddRouting(routing => (routing.AppendTrailingSlash, routing.LowercaseUrls) = (true, true)));

        Assert.Equal("https://maps.example/base/maptiler/maps/streets-v4/style.json", app.Services.GetRequiredService<BrowserMaps>().StyleUrl("streets-v4"));
    }
}
