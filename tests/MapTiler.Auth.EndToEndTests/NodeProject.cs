namespace MapTiler.EndToEndTests;

/// <summary>The scripts in <c>node/</c> and the packages from npm that they use.</summary>
internal static class NodeProject
{
    private static readonly SemaphoreSlim Installing = new(1);

    /// <summary>The folder with the scripts.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "MapTiler.Auth.EndToEndTests", "node");

    /// <summary>Runs a script with these arguments and this input, and returns its output.</summary>
    public static async Task<string> RunAsync(string script, IEnumerable<string> arguments, string? input = null)
    {
        await InstallAsync();
        return await OtherProgram.RunAsync("node", [script, .. arguments], Folder, input);
    }

    /// <summary>Installs the packages the first time, and when they have changed.</summary>
    public static async Task InstallAsync()
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
                await OtherProgram.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], Folder);
        }
        finally
        {
            Installing.Release();
        }
    }
}
