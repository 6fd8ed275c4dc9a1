using System.Net;

namespace MapTiler.Emulator.Tests;

/// <summary>The example of the README, line by line.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_example_works()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: cancellationToken);
        var key = emulator.AddKey("web shop", origins: ["shop.example"]);
        emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Status = 503, RetryAfter = TimeSpan.FromSeconds(2), Times = 1 });

        using var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Add("Origin", "https://shop.example");
        using var first = await client.GetAsync($"geocoding/Praha.json?key={key.Key}", cancellationToken);
        using var second = await client.GetAsync($"geocoding/Praha.json?key={key.Key}", cancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(["/geocoding/Praha.json?key=***", "/geocoding/Praha.json?key=***"], emulator.Requests.Select(r => r.Target));
        Assert.All(emulator.Requests, r => Assert.Equal("web shop", r.KeyName));
    }
}
