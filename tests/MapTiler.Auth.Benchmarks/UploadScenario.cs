using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using MapTiler.Emulator;

namespace MapTiler.Benchmarks;

/// <summary>An upload that is killed at random moments and continues each time; and how fast and how small it is.</summary>
internal static class UploadScenario
{
    public const string Child = "upload-child";

    public const string Store = "upload-store";

    private const int Concurrency = 6;

    /// <summary>The whole scenario. Fails where bytes are lost, where more parts are sent again than were under way, or where memory grows.</summary>
    public static async Task<bool> RunAsync(int megabytes, int kills)
    {
        var folder = Directory.CreateTempSubdirectory("maptiler-upload-").FullName;
        try
        {
            var path = Path.Combine(folder, "data.mbtiles");
            var sha256 = WriteFile(path, megabytes);
            return await KilledAsync(path, sha256, folder, kills) & await MemoryAsync(path, sha256) & await SpeedAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The process that is killed: the same call again and again.</summary>
    public static async Task RunChildAsync(string serviceAddress, string path, string checkpoint)
    {
        var token = Environment.GetEnvironmentVariable("MAPTILER_SERVICE_TOKEN");
        using var client = new MapTilerServiceClient(new() { ServiceToken = token, ServiceBaseAddress = new Uri(serviceAddress) });
        await client.Datasets.UploadAsync(path, new() { CheckpointPath = checkpoint, MaxConcurrency = Concurrency });
    }

    private static async Task<bool> KilledAsync(string path, string sha256, string folder, int kills)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { PartSize = 5 * 1024 * 1024, MaxUploadSize = long.MaxValue });
        emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", UploadBytesPerSecond = 40_000_000 });
        var checkpoint = Path.Combine(folder, "checkpoint.json");
        var size = new FileInfo(path).Length;
        var random = new Random(7);
        for (var run = 0; ; run++)
        {
            using var child = Start(emulator, path, checkpoint);
            var killAt = run < kills ? (long)(size * (run + random.NextDouble()) / kills) : long.MaxValue;
            while (!child.HasExited && Received(emulator) < killAt)
                await Task.Delay(5);
            if (run >= kills)
            {
                await child.WaitForExitAsync();
                break;
            }

            child.Kill(entireProcessTree: true); // SIGKILL
            await child.WaitForExitAsync();
        }

        var upload = emulator.Uploads.Single();
        var isSame = await upload.ComputeSha256Async() == sha256;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"upload of {size >> 20} MB, killed {kills} times: state {upload.State}, SHA-256 {(isSame ? "equal" : "DIFFERS")}, {upload.PartsResent} parts sent again (at most {kills * Concurrency}: {Concurrency} under way at each kill)"));
        return isSame && upload.State == EmulatedUploadState.Completed && upload.PartsResent <= kills * Concurrency;
    }

    private static async Task<bool> MemoryAsync(string path, string sha256)
    {
        // The store is another process, so that this one's memory is the client's alone.
        using var store = Self.Start(Store, isPiped: true);
        var address = await store.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The store did not start.");
        using var client = new MapTilerServiceClient(new() { ServiceToken = await store.StandardOutput.ReadLineAsync(), ServiceBaseAddress = new Uri(address) });
        using (var warmUp = new MemoryStream(new byte[20 * 1024 * 1024]))
            await client.Datasets.UploadAsync(warmUp, "warm-up.mbtiles");
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var before = process.WorkingSet64;
        var peak = before;
        var clock = Stopwatch.StartNew();
        var uploading = client.Datasets.UploadAsync(path, new() { MaxConcurrency = Concurrency });
        while (!uploading.IsCompleted)
        {
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
            await Task.WhenAny(uploading, Task.Delay(20));
        }

        await uploading;
        clock.Stop();
        await store.StandardInput.WriteLineAsync();
        var isSame = await store.StandardOutput.ReadLineAsync() == sha256;
        store.Kill();
        var growth = (peak - before) / 1024.0 / 1024;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"upload of {new FileInfo(path).Length >> 20} MB: {clock.Elapsed.TotalSeconds:0.0} s, working set +{growth:0} MB (limit 64), SHA-256 {(isSame ? "equal" : "DIFFERS")}"));
        return isSame && growth < 64;
    }

    /// <summary>With 20 ms delay and 20 MB/s a connection.</summary>
    private static async Task<bool> SpeedAsync()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { PartSize = 5 * 1024 * 1024 });
        emulator.Faults.Add(new Fault { PathPrefix = "/uploads/", UploadBytesPerSecond = 20_000_000, Delay = TimeSpan.FromMilliseconds(20) });
        using var client = new MapTilerServiceClient(new() { ServiceToken = emulator.ServiceToken, ServiceBaseAddress = emulator.ServiceBaseAddress });
        using var data = new MemoryStream(new byte[80 * 1024 * 1024]);

        async Task<double> SecondsAsync(int concurrency)
        {
            var clock = Stopwatch.StartNew();
            await client.Datasets.UploadAsync(data, "data.mbtiles", new() { MaxConcurrency = concurrency });
            return clock.Elapsed.TotalSeconds;
        }

        await SecondsAsync(8); // warm up
        var single = await SecondsAsync(1);
        var many = await SecondsAsync(8);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"upload of 80 MB at 20 MB/s a connection with 20 ms delay: 1 part at a time {single:0.00} s, 8 {many:0.00} s, {single / many:0.0} x (reach 3 x)"));
        return single / many >= 3;
    }

    /// <summary>The other end of <see cref="MemoryAsync"/>: says where it is, and at the end what it received.</summary>
    public static async Task RunStoreAsync()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { MaxUploadSize = long.MaxValue });
        Console.WriteLine(emulator.ServiceBaseAddress);
        Console.WriteLine(emulator.ServiceToken);
        Console.ReadLine();
        Console.WriteLine(await emulator.Uploads.Last().ComputeSha256Async());
        Console.ReadLine();
    }

    private static long Received(MapTilerEmulator emulator) => emulator.Uploads.Sum(upload => (long)upload.PartsReceived * upload.PartSize);

    private static Process Start(MapTilerEmulator emulator, string path, string checkpoint) =>
        Self.Start([Child, emulator.ServiceBaseAddress.AbsoluteUri, path, checkpoint], ("MAPTILER_SERVICE_TOKEN", emulator.ServiceToken));

    private static string WriteFile(string path, int megabytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.Create(path);
        var buffer = new byte[1024 * 1024];
        var random = new Random(42);
        for (var i = 0; i < megabytes; i++)
        {
            random.NextBytes(buffer);
            file.Write(buffer);
            hash.AppendData(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
