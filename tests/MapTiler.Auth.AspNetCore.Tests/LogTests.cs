using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests;

public sealed class LogTests
{
    [Theory]
    [InlineData(BrowserMapsMode.SignedRedirect)]
    [InlineData(BrowserMapsMode.Proxy)]
    public async Task Logs_of_failed_requests_contain_no_credential_and_no_location(BrowserMapsMode mode)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync("The request was " + context.Request.QueryString);
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, mode);
        foreach (var path in new[] { "maps/streets-v4/style.json", "maps/streets-v4/1/0/0.png", "geocoding/Lidick%C3%A1%201.json", "maps/streets-v4/static/16.6068,49.1952,9/100x100.png" })
            using (await app.GetAsync("/maptiler/" + path)) { }

        var logs = string.Join("\n", app.Logs.Messages.Where(message => !message.StartsWith("scope:", StringComparison.Ordinal))); // the server opens the scope
        Assert.Contains("/geocoding/{query}", logs, StringComparison.Ordinal);
        Assert.All(Secrets.All.Concat(["signature=", "16.6068", "Lidick"]), secret => Assert.DoesNotContain(secret, logs, StringComparison.Ordinal));
    }
}
