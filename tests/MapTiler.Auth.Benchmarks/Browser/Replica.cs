using MapTiler.EndToEndTests.Replicas;

namespace MapTiler.Benchmarks.Browser;

/// <summary>Our endpoints in a process of their own.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private const string Token = "0123456789abcdef_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly BackgroundProgram _program;

    private Replica(BackgroundProgram program, Uri address)
    {
        _program = program;
        Address = address;
    }

    /// <summary>Below it are <c>maptiler/</c> and <c>constant</c>, a redirect that is always the same.</summary>
    public Uri Address { get; }

    public long WorkingSet => _program.WorkingSet;

    /// <summary>The number of lines that it has logged.</summary>
    public int LineCount => _program.LineCount;

    public static async Task<Replica> StartAsync(Uri upstream, string mode, int cacheSize = 0, params string[] arguments)
    {
        var program = BackgroundProgram.Start("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "MapTiler.Auth.BrowserReplica.dll"),
            "--urls", "http://127.0.0.1:0",
            $"--MapTiler:ServiceToken={Token}",
            $"--MapTiler:BaseAddress={upstream}",
            "--MapTiler:BrowserMaps:PublicUrl=https://maps.example/",
            "--MapTiler:BrowserMaps:Tilesets:0=v3",
            $"--MapTiler:BrowserMaps:Mode={mode}",
            FormattableString.Invariant($"--MapTiler:BrowserMaps:CacheSize={cacheSize}"),
            .. arguments,
        ]);
        return new(program, new Uri(await program.FirstLine ?? throw new InvalidOperationException("The replica did not start.")));
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
