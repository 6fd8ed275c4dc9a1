using System.Diagnostics;
using System.Globalization;
using System.Net;
using MapTiler.Tests.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MapTiler.Benchmarks;

/// <summary>A server in a process of its own, so that what is measured here is the client.</summary>
internal sealed class LocalServer : IDisposable
{
    public const string Command = "serve";

    /// <summary>After so many milliseconds a tile is answered.</summary>
    public const int TileMilliseconds = 20;

    private const int Megabyte = 1024 * 1024;

    private readonly Process _process;

    private LocalServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static LocalServer Start()
    {
        var process = Self.Start(Command, isPiped: true);
        return new(process, new Uri(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.")));
    }

    /// <summary>What the process of the server does until its input ends.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var server = builder.Build();
        var tile = new byte[20 * 1024];
        new Random(42).NextBytes(tile);
        server.MapGet("/maps/{**tile}", context => TileAsync(context, tile));
        server.MapGet("/tiles/{**tile}", context => TileAsync(context, tile));
        server.MapGet("/data/{megabytes}/features.json", FeaturesAsync);
        await server.StartAsync();
        Console.WriteLine(server.Urls.First());
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task TileAsync(HttpContext context, byte[] tile)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(TileMilliseconds), TimeProvider.System, context.RequestAborted);
        context.Response.ContentType = "image/png";
        context.Response.ContentLength = tile.Length;
        await context.Response.Body.WriteAsync(tile, context.RequestAborted);
    }

    private static async Task FeaturesAsync(HttpContext context)
    {
        var features = new GeneratedGeoJson(long.Parse((string)context.Request.RouteValues["megabytes"]!, CultureInfo.InvariantCulture) * Megabyte);
        context.Response.ContentType = "application/geo+json";
        context.Response.ContentLength = features.Length;
        await features.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
