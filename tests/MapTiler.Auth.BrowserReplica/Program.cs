// An application with the browser endpoints, of which several replicas can run. All options are in the configuration:
// dotnet MapTiler.Auth.BrowserReplica.dll --urls http://127.0.0.1:0 --MapTiler:BaseAddress=... --MapTiler:BrowserMaps:Mode=Proxy --ConnectionStrings:Redis=... --ConnectionStrings:Locks=...

using Medallion.Threading;
using Medallion.Threading.Redis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var hasLongTimeouts = builder.Configuration["LongTimeouts"] is not null;
if (hasLongTimeouts)
    builder.Services.AddSingleton<TimeProvider>(new LongTimeouts());
builder.Services.AddMapTiler().AddBrowserMaps();
if (builder.Configuration.GetConnectionString("Redis") is { } redis)
    builder.Services.AddStackExchangeRedisCache(options => options.Configuration = redis);
if (builder.Configuration.GetConnectionString("Locks") is { } locks) // in a separate database, so that cached responses can be counted
{
    builder.Services.AddSingleton<IDistributedLockProvider>(_ =>
    {
        var provider = new RedisDistributedSynchronizationProvider(
            ConnectionMultiplexer.Connect(locks).GetDatabase(1), options => options.BusyWaitSleepTime(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(50)));
        return hasLongTimeouts ? new LongLocks(provider) : provider;
    });
}

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
