using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MapTiler.EndToEndTests.Replicas;

/// <summary>A Redis server that stores nothing on disk.</summary>
internal sealed class Redis(string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private readonly int _port = BackgroundProgram.FreePort();
    private BackgroundProgram? _program;

    public string Configuration => FormattableString.Invariant($"127.0.0.1:{_port}");

    /// <summary>Starts the server, again on the same port after it was killed.</summary>
    public async Task StartAsync()
    {
        _program = BackgroundProgram.StartLimited(Limit, OtherProgram.PathOf("redis-server"),
            "--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder);
        await _program.UntilAsync(async () => await SendAsync("PING") == "+PONG");
    }

    /// <summary>The number of stored responses.</summary>
    public async Task<int> CountAsync() => int.Parse((await SendAsync("DBSIZE")).TrimStart(':'), CultureInfo.InvariantCulture);

    public Task KillAsync() => _program!.KillAsync();

    public ValueTask DisposeAsync() => _program?.DisposeAsync() ?? default;

    private async Task<string> SendAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port);
        using var stream = new StreamWriter(client.GetStream()) { AutoFlush = true };
        await stream.WriteAsync(command + "\r\n");
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadLineAsync() ?? "";
    }
}
