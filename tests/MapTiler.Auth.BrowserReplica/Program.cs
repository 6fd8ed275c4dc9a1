// An application that serves maps to browsers, of which several can run. Everything is configuration:
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
if (builder.Configuration.GetConnectionString("Locks") is { } locks) // in a database of their own, so that answers can be counted
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

// What the server does without us, as a measure.
app.MapGet("/constant/{**path}", static context =>
{
    context.Response.StatusCode = StatusCodes.Status302Found;
    context.Response.Headers.Location = "https://api.example/constant";
    context.Response.ContentLength = 0;
    return Task.CompletedTask;
});

await app.StartAsync();
Console.WriteLine(app.Urls.First());

// Who started it may be killed; the end of the input then ends this process too.
await Task.Run(() => Console.OpenStandardInput().CopyTo(Stream.Null));
