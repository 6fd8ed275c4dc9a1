// An application with the browser endpoints, of which several replicas can run. All options are in the configuration:
// dotnet MapTiler.Auth.BrowserReplica.dll --urls http://127.0.0.1:0 --MapTiler:BaseAddress=... --MapTiler:BrowserMaps:Mode=Proxy --ConnectionStrings:Redis=... --ConnectionStrings:Locks=...

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Locking.Distributed.Redis;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddMapTiler().AddBrowserMaps();
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

// A baseline for load tests: the same response without the browser endpoints.
app.MapGet("/constant/{**path}", static context =>
{
    context.Response.StatusCode = StatusCodes.Status302Found;
    context.Response.Headers.Location = "https://api.example/constant";
    context.Response.ContentLength = 0;
    return Task.CompletedTask;
});

await app.StartAsync();
Console.WriteLine(app.Urls.First());

// The parent process may be killed. The end of the standard input then stops this process too.
await Task.Run(() => Console.OpenStandardInput().CopyTo(Stream.Null));
