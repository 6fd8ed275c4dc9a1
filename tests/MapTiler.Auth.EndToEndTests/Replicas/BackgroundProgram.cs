using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MapTiler.EndToEndTests.Replicas;

/// <summary>A server in a separate process that ends with the test, and some minutes later if the test is killed.</summary>
internal sealed class BackgroundProgram : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2); // a loaded machine starts a program slowly
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly bool _isLimited;
    private int _lineCount;

    private BackgroundProgram(Process process, bool isLimited)
    {
        (_process, _isLimited) = (process, isLimited);
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The first line that it writes.</summary>
    public Task<string?> FirstLine { get; private set; } = Task.FromResult<string?>(null);

    /// <summary>The number of lines that it has written after the first one.</summary>
    public int LineCount => Volatile.Read(ref _lineCount);

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a program that ends itself when its standard input ends, which happens when this process ends.</summary>
    public static BackgroundProgram Start(string path, params IEnumerable<string> arguments) => Start(isLimited: false, path, arguments);

    /// <summary>Starts a program that does not read its standard input, and limits how long it runs.</summary>
    public static BackgroundProgram StartLimited(TimeSpan limit, string path, params IEnumerable<string> arguments) =>
        Start(isLimited: true, "timeout", ["--signal=KILL", FormattableString.Invariant($"{limit.TotalSeconds:0}"), path, .. arguments]);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Polls until the program is ready.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or was not ready in time.</exception>
    public async Task UntilAsync(Func<Task<bool>> isReady)
    {
        var clock = Stopwatch.StartNew();
        while (!await TryAsync(isReady))
        {
            if (_process.HasExited || clock.Elapsed > Timeout)
                throw new InvalidOperationException($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} is not ready. {(_process.HasExited ? await _errors : "")}");
            await Task.Delay(PollingInterval);
        }
    }

    /// <summary>Ends the program immediately, like <c>kill -9</c>.</summary>
    public Task KillAsync() => SignalAsync("KILL");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await SignalAsync(_isLimited ? "TERM" : "KILL"); // a server ends its child processes then
        _process.Dispose();
    }

    private static BackgroundProgram Start(bool isLimited, string path, IEnumerable<string> arguments)
    {
        var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var program = new BackgroundProgram(process, isLimited);
        program.FirstLine = program.ReadAsync(process.StandardOutput);
        return program;
    }

    private async Task SignalAsync(string signal)
    {
        // A limited program is the only child of "timeout", which ends with it.
        var id = FormattableString.Invariant($"{_process.Id}");
        var target = _isLimited ? (await File.ReadAllTextAsync($"/proc/{id}/task/{id}/children")).Trim() : id;
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {target}"]);
        using var deadline = new CancellationTokenSource(Timeout);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    private async Task<string?> ReadAsync(StreamReader output)
    {
        var line = await output.ReadLineAsync();
        _ = CountLinesAsync(output); // a full pipe would block the program
        return line;
    }

    private async Task CountLinesAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is not null)
            Interlocked.Increment(ref _lineCount);
    }

    private static async Task<bool> TryAsync(Func<Task<bool>> isReady)
    {
        try
        {
            return await isReady();
        }
        catch (Exception e) when (e is SocketException or HttpRequestException or IOException)
        {
            return false;
        }
    }
}
