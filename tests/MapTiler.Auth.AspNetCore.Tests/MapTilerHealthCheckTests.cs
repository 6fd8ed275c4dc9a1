using MapTiler.AspNetCore.Tests.Support;
using MapTiler.Emulator;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace MapTiler.AspNetCore.Tests;

public sealed class MapTilerHealthCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_of_a_restricted_key_is_healthy()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var entry = await CheckAsync(emulator, new() { ApiKey = emulator.AddKey("shop", userAgent: "shop-app").Key, UserAgent = "shop-app/1" });

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("Valid", entry.Data["status"]);
        Assert.All(emulator.Requests, request => Assert.StartsWith("/tiles/v3/tiles.json", request.Target, StringComparison.Ordinal)); // which is free
    }

    [Fact]
    public async Task Check_of_a_service_token_is_healthy()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(emulator, new() { ServiceToken = emulator.ServiceToken })).Status);
    }

    [Theory]
    [InlineData("Development", HealthStatus.Healthy)]
    [InlineData("Production", HealthStatus.Degraded)]
    public async Task Check_of_an_unrestricted_key_is_degraded_outside_Development(string environment, HealthStatus status)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var entry = await CheckAsync(emulator, new() { ApiKey = emulator.ApiKey }, environment);

        Assert.Equal(status, entry.Status);
        Assert.Equal("Unprotected", entry.Data["status"]);
        AssertIsKeyless(entry, emulator.ApiKey);
    }

    [Fact]
    public async Task Check_of_a_rejected_key_is_unhealthy_with_the_reason_and_without_the_key()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var entry = await CheckAsync(emulator, new() { ApiKey = Secrets.Key });

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("KeyInvalid", entry.Data["reason"]);
        Assert.Contains("https://cloud.maptiler.com", entry.Description, StringComparison.Ordinal);
        AssertIsKeyless(entry, Secrets.Key);
    }

    [Fact]
    public async Task AddMapTiler_with_a_failure_status_and_an_account_uses_them()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var services = new ServiceCollection().AddLogging();
        services.AddMapTiler("archive", o => (o.ApiKey, o.BaseAddress) = (Secrets.Key, emulator.BaseAddress));
        services.AddHealthChecks().AddMapTiler("maps of the archive", HealthStatus.Degraded, ["ready"], account: "archive").AddMapTiler("unknown", tags: ["ready"], account: "no such account");
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(registration => registration.Tags.Contains("ready"), Cancel);

        Assert.Equal(HealthStatus.Degraded, report.Entries["maps of the archive"].Status);
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["unknown"].Status);
        Assert.Contains("AddMapTiler", report.Entries["unknown"].Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_without_a_response_is_unhealthy()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var entry = await CheckAsync(upstream.BaseAddress, new() { ApiKey = Secrets.Key }, "Production");

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("Unknown", entry.Data["status"]);
    }

    [Fact]
    public async Task Check_is_degraded_while_browsers_receive_stale_responses_and_unhealthy_if_they_receive_errors()
    {
        var isBroken = false;
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = isBroken ? 403 : 200;
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync("tile");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000, services: services => services.AddHealthChecks().AddMapTiler());
        var health = app.Services.GetRequiredService<HealthCheckService>();
        await app.GetStringAsync("/maptiler/maps/streets-v4/1/0/0.png");
        isBroken = true;
        await app.ExpireCacheAsync();

        await app.GetStringAsync("/maptiler/maps/streets-v4/1/0/0.png");
        var stale = (await health.CheckHealthAsync(Cancel)).Entries["maptiler"];
        using (await app.GetAsync("/maptiler/maps/streets-v4/1/1/1.png")) { } // never fetched before
        var failing = (await health.CheckHealthAsync(Cancel)).Entries["maptiler"];

        Assert.Equal((HealthStatus.Degraded, HealthStatus.Unhealthy), (stale.Status, failing.Status));
        Assert.Contains("last good responses", stale.Description, StringComparison.Ordinal);
    }

    private static Task<HealthReportEntry> CheckAsync(MapTilerEmulator emulator, MapTilerOptions account, string environment = "Production") =>
        CheckAsync(emulator.BaseAddress, account, environment);

    private static async Task<HealthReportEntry> CheckAsync(Uri upstream, MapTilerOptions account, string environment)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment, DisableDefaults = true });
        builder.Services.AddMapTiler(o =>
        {
            o.ApiKey = account.ApiKey;
            o.ServiceToken = account.ServiceToken;
            o.UserAgent = account.UserAgent;
            o.BaseAddress = upstream;
        }).DisableResilience();
        builder.Services.AddHealthChecks().AddMapTiler();
        using var host = builder.Build();

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);
        return report.Entries["maptiler"];
    }

    private static void AssertIsKeyless(HealthReportEntry entry, string key) =>
        Assert.DoesNotContain(key, $"{entry.Description} {string.Join(' ', entry.Data)} {entry.Exception}", StringComparison.Ordinal);
}
