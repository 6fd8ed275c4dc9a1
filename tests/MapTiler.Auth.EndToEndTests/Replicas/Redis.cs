using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MapTiler.EndToEndTests.Replicas;

/// <summary>A Redis of its own, without a file.</summary>
internal sealed class Redis(string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private readonly int _port = BackgroundProgram.FreePort();
    private BackgroundProgram? _program;

    public string Configuration => FormattableString.Invariant($"127.0.0.1:{_port}");

    /// <summary>Starts it, at the same port each time.</summary>
    public async Task StartAsync()
    {
        _program = BackgroundProgram.StartLimited(Limit, OtherProgram.PathOf("redis-server"),
            "--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder);
        await _program.UntilAsync(async () => await AskAsync("PING") == "+PONG");
    }

    /// <summary>How many answers it keeps.</summary>
    public async Task<int> CountAsync() => int.Parse((await AskAsync("DBSIZE")).TrimStart(':'), CultureInfo.InvariantCulture);

    public Task KillAsync() => _program!.KillAsync();

    public ValueTask DisposeAsync() => _program?.DisposeAsync() ?? default;

    private async Task<string> AskAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port);
        using var stream = new StreamWriter(client.GetStream()) { AutoFlush = true };
        await stream.WriteAsync(command + "\r\n");
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadLineAsync() ?? "";
    }
}
