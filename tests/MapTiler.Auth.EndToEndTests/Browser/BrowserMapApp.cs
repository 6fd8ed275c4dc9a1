using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>samples/BrowserMap in a separate process, started as its README says.</summary>
internal sealed class BrowserMapApp : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _output = new();

    private BrowserMapApp(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, e) => Add(e.Data);
        process.ErrorDataReceived += (_, e) => Add(e.Data);
        process.Exited += (_, _) => _started.TrySetException(Ended());
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>The output so far.</summary>
    public string Output => string.Join('\n', _output);

    public static async Task<BrowserMapApp> StartAsync(params (string Name, string Value)[] configuration)
    {
        var configurationOfBuild = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var folder = Path.Combine(Repository.Root, "samples", "BrowserMap", "bin", configurationOfBuild, "net10.0");
        var address = new Uri($"http://localhost:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet", ["BrowserMap.dll", "--urls", address.AbsoluteUri])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("MAPTILER_API_KEY");
        start.Environment.Remove("MAPTILER_SERVICE_TOKEN");
        foreach (var (name, value) in configuration)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;

        var app = new BrowserMapApp(Process.Start(start)!, address);
        try
        {
            await app._started.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Throws if the sample has ended, with its output.</summary>
    public void ThrowIfEnded()
    {
        if (_process.HasExited)
            throw Ended();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private InvalidOperationException Ended() => new($"The sample has ended with {_process.ExitCode}: {Output}");

    private void Add(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (line.StartsWith("Open ", StringComparison.Ordinal))
            _started.TrySetResult();
    }

    // The sample needs its URL before it listens, so it cannot choose the port itself.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
