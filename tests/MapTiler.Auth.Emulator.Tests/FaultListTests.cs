using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class FaultListTests : EmulatorTest
{
    private const string Path = "/geolocation/ip.json";

    [Fact]
    public async Task Times_limits_the_number_of_requests_with_the_fault()
    {
        Emulator.Faults.Add(new Fault { Status = 500, Times = 2 });
        Assert.Equal([500, 500, 200, 200], await StatusesAsync(Path, Path, Path, Path));
    }

    [Fact]
    public async Task Skip_excludes_the_first_requests()
    {
        Emulator.Faults.Add(new Fault { Status = 500, Skip = 2, Times = 1 });
        Assert.Equal([200, 200, 500, 200], await StatusesAsync(Path, Path, Path, Path));
    }

    [Fact]
    public async Task A_prefix_selects_by_the_raw_path()
    {
        Emulator.Faults.Add(new Fault { Status = 500, PathPrefix = "/geocoding/Z%C3%BCrich" });
        Assert.Equal([500, 200, 200], await StatusesAsync("/geocoding/Z%C3%BCrich.json", "/geocoding/Zurich.json", Path));
    }

    [Fact]
    public async Task A_condition_selects_one_chunk_of_a_batch()
    {
        Emulator.Faults.Add(new Fault { Status = 500, When = r => r.Path.Contains(";Berlin", StringComparison.Ordinal) });
        Assert.Equal(
            [200, 500, 200],
            await StatusesAsync("/geocoding/Paris;Rome.json", "/geocoding/Oslo;Berlin.json", "/geocoding/Berlin.json"));
    }

    [Fact]
    public async Task Condition_can_use_the_name_of_the_key()
    {
        Emulator.Faults.Add(new Fault { Status = 500, When = r => r.KeyName == "other" });
        var other = Emulator.AddKey("other");

        await AssertStatusAsync(HttpStatusCode.OK, SendWithKeyAsync(Path));
        await AssertStatusAsync(HttpStatusCode.InternalServerError, SendAsync(WithKey(Path, other.Key)));
    }

    [Fact]
    public async Task First_fault_that_applies_is_used()
    {
        Emulator.Faults.Add(new Fault { Status = 500, Times = 1 });
        Emulator.Faults.Add(new Fault { Status = 503 });

        Assert.Equal([500, 503], await StatusesAsync(Path, Path));
        Assert.Equal([500, 503], Emulator.Faults.Select(f => f.Status));
    }

    [Fact]
    public async Task Clear_removes_all_faults()
    {
        Emulator.Faults.Add(new Fault { Status = 500 });
        Assert.Single(Emulator.Faults);
        Emulator.Faults.Clear();
        Assert.Equal([200], await StatusesAsync(Path));
    }

    [Fact]
    public async Task Rejected_request_does_not_count_for_a_fault()
    {
        Emulator.Faults.Add(new Fault { Status = 500, Times = 1 });

        await AssertRejectedAsync(SendAsync(Path), HttpStatusCode.Forbidden, "Missing key");
        Assert.Equal([500], await StatusesAsync(Path));
    }

    [Fact]
    public async Task Fault_before_authentication_applies_to_requests_without_a_key()
    {
        Emulator.Faults.Add(new Fault { Status = 502, BeforeAuthentication = true });
        await AssertStatusAsync(HttpStatusCode.BadGateway, SendAsync(Path));
    }

    [Fact]
    public async Task Faults_apply_to_the_service_api()
    {
        Emulator.Faults.Add(new Fault { Status = 500, PathPrefix = "/v1/", BeforeAuthentication = true });
        using var response = await Client.GetAsync(new Uri(Emulator.ServiceBaseAddress, "v1/tilesets"), Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    private async Task<List<int>> StatusesAsync(params string[] paths)
    {
        var statuses = new List<int>();
        foreach (var path in paths)
        {
            using var response = await SendWithKeyAsync(path);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
