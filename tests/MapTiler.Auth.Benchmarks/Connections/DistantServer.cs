using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MapTiler.Emulator;

namespace MapTiler.Benchmarks.Connections;

/// <summary>The emulator with HTTPS behind a <see cref="DelayProxy"/>, in a process of its own.</summary>
internal sealed class DistantServer : IDisposable
{
    public const string Command = "serve-distant";

    public const string Tileset = "distant";

    private readonly Process _process;

    private DistantServer(Process process)
    {
        _process = process;
        Address = new(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
        ApiKey = process.StandardOutput.ReadLine()!;
        Certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(process.StandardOutput.ReadLine()!));
    }

    public Uri Address { get; }

    public string ApiKey { get; }

    public X509Certificate2 Certificate { get; }

    public static DistantServer Start(int roundTrip) => new(Self.Start(string.Create(CultureInfo.InvariantCulture, $"{Command} {roundTrip}").Split(' '), isPiped: true));

    /// <summary>What the process of the server does: each line of its input silences the open connections.</summary>
    public static async Task ServeAsync(int roundTrip)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { UseHttps = true, JournalCapacity = 1 });
        var tile = new byte[20 * 1024];
        new Random(42).NextBytes(tile);
        emulator.Add(new EmulatedTileset(Tileset) { Format = "png", Tiles = (_, _, _) => tile });
        using var proxy = new DelayProxy(emulator.BaseAddress.Port, TimeSpan.FromMilliseconds(roundTrip));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{proxy.Port}/"));
        Console.WriteLine(emulator.ApiKey);
        Console.WriteLine(Convert.ToBase64String(emulator.Certificate!.RawData));
        while (await Console.In.ReadLineAsync() is not null)
            proxy.Silence();
    }

    public void SilenceConnections() => _process.StandardInput.WriteLine();

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Certificate.Dispose();
    }
}
