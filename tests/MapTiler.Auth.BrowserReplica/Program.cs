// An application with the browser endpoints, of which several replicas can run. All options are in the configuration:
// dotnet MapTiler.Auth.BrowserReplica.dll --urls http://127.0.0.1:0 --MapTiler:BaseAddress=... --MapTiler:BrowserMaps:Mode=Proxy --ConnectionStrings:Redis=... --ConnectionStrings:Locks=...

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Transforms;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Locking.Distributed.Redis;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None).AddSimpleConsole(console => console.SingleLine = true);
builder.Services.AddMapTiler().AddBrowserMaps();
builder.Services.AddHealthChecks().AddMapTiler();
builder.Services.AddHttpForwarder();
if (builder.Configuration["LongTimeouts"] is not null) // so that tests do not depend on the load of the machine
{
    builder.Services.PostConfigure<FusionCacheOptions>("MapTiler", options => options.DefaultEntryOptions
        .SetDistributedCacheTimeouts(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(100)).SetDistributedLockTimeout(TimeSpan.FromSeconds(100)));
}

if (builder.Configuration.GetConnectionString("Redis") is { } redis)
    builder.Services.AddStackExchangeRedisCache(options => options.Configuration = redis);
if (builder.Configuration.GetConnectionString("Locks") is { } locks)
    builder.Services.AddFusionCacheRedisDistributedLocker(options => options.Configuration = locks);

await using var app = builder.Build();
app.MapMapTiler("/maptiler");

app.MapHealthChecks("/health");

// Baselines for load tests in the same process: a redirect and a tile that are always the same, and a forwarder with one route.
app.MapGet("/constant/{**path}", static context =>
{
    context.Response.StatusCode = StatusCodes.Status302Found;
    context.Response.Headers.Location = "https://api.example/constant";
    context.Response.ContentLength = 0;
    return Task.CompletedTask;
});
var tile = new byte[20 * 1024];
new Random(42).NextBytes(tile);
app.MapGet("/array/{**path}", context =>
{
    context.Response.ContentType = "application/x-protobuf";
    context.Response.Headers.CacheControl = "public, max-age=14400";
    context.Response.ContentLength = tile.Length;
    return context.Response.Body.WriteAsync(tile, context.RequestAborted).AsTask();
});
if (builder.Configuration["MapTiler:BaseAddress"] is { } upstream)
    app.MapForwarder("/forwarder/{**path}", upstream, static transforms => transforms.AddPathRemovePrefix("/forwarder"));

await app.StartAsync();
Console.WriteLine(app.Urls.First());

// The parent process may be killed. The end of the standard input then stops this process too.
await Task.Run(() => Console.OpenStandardInput().CopyTo(Stream.Null));
