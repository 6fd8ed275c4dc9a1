using System.Diagnostics;
using System.Text.Json;

namespace MapTiler.AotSmoke;

/// <summary>The command <c>maptiler emulator</c> in a process of its own. It ends with its input, and so with this process, however that ends.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    public const string ImageId = "plan";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private EmulatorProcess(Process process) => _process = process;

    public Uri BaseAddress { get; private set; } = null!;

    public Uri ServiceBaseAddress { get; private set; } = null!;

    public string ApiKey { get; private set; } = "";

    public string ServiceToken { get; private set; } = "";

    /// <summary>Returns as soon as the emulator has said where it listens.</summary>
    /// <param name="command">A program and its arguments.</param>
    public static async Task<EmulatorProcess> StartAsync(string[] command)
    {
        var start = new ProcessStartInfo(command[0], [.. command[1..], "emulator", "--quiet", "--image", $"{ImageId}=1000x600", "--until-input-ends"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var emulator = new EmulatorProcess(Process.Start(start)!);
        try
        {
            emulator.BaseAddress = new(await emulator.ReadAsync("URL: "));
            emulator.ApiKey = await emulator.ReadAsync("API key: ");
            emulator.ServiceToken = await emulator.ReadAsync("Service token: ");
            emulator.ServiceBaseAddress = new(await emulator.ReadAsync("Service URL: "));
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>The content of its page: the number of received requests, and the responses to the last of them.</summary>
    public async Task<string> DescribeRequestsAsync()
    {
        using var http = new HttpClient();
        await using var stream = await http.GetStreamAsync(new Uri(BaseAddress, "_emulator/state.json"));
        using var state = await JsonDocument.ParseAsync(stream);
        var statuses = state.RootElement.GetProperty("requests").EnumerateArray().Select(request => request.GetProperty("status").GetInt32()).ToList();
        return $"{state.RootElement.GetProperty("total")}, of the last {statuses.Count} {string.Join(" ", statuses.CountBy(status => status).Select(s => $"{s.Value}x{s.Key}"))}";
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task<string> ReadAsync(string label)
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return line?.StartsWith(label, StringComparison.Ordinal) == true
            ? line[label.Length..]
            : throw new InvalidOperationException($"The emulator was to say '{label}...', but said '{line}'.");
    }
}
