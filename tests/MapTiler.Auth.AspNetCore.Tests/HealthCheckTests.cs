using MapTiler.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace MapTiler.AspNetCore.Tests;

public sealed class HealthCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_that_strangers_cannot_use_is_healthy()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var entry = await CheckAsync(emulator, new() { ApiKey = emulator.AddKey("shop", userAgent: "shop-app").Key, UserAgent = "shop-app/1" });

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("Works", entry.Data["status"]);
        Assert.All(emulator.Requests, request => Assert.StartsWith("/tiles/v3/tiles.json", request.Target, StringComparison.Ordinal)); // which is free
    }

    [Fact]
    public async Task A_signature_is_healthy()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(emulator, new() { ServiceToken = emulator.ServiceToken })).Status);
    }

    [Theory]
    [InlineData("Development", HealthStatus.Healthy)]
    [InlineData("Production", HealthStatus.Degraded)]
    public async Task A_key_that_anybody_can_use_is_worth_a_warning_outside_Development(string environment, HealthStatus status)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var entry = await CheckAsync(emulator, new() { ApiKey = emulator.ApiKey }, environment);

        Assert.Equal(status, entry.Status);
        Assert.Equal("Unprotected", entry.Data["status"]);
        AssertIsKeyless(entry, emulator.ApiKey);
    }

    [Fact]
    public async Task A_refused_key_is_unhealthy_and_says_why_without_the_key()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        var entry = await CheckAsync(emulator, new() { ApiKey = Secrets.Key });

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("KeyInvalid", entry.Data["reason"]);
        Assert.Contains("https://cloud.maptiler.com", entry.Description, StringComparison.Ordinal);
        AssertIsKeyless(entry, Secrets.Key);
    }

    [Fact]
    public async Task The_status_of_a_failure_and_the_account_can_be_chosen()
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
    public async Task No_answer_is_unhealthy()
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
