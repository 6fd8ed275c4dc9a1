using System.Text.RegularExpressions;

namespace MapTiler.EndToEndTests;

/// <summary>The scripts in <c>node/</c> and the packages from npm that they use.</summary>
internal static partial class NodeProject
{
    private const string Packages = "node_modules";

    private static readonly SemaphoreSlim Installing = new(1);

    /// <summary>The folder with the scripts, or a copy of it if the checkout is read-only and has no packages yet.</summary>
    public static string Folder { get; } = Find(Path.Combine(Repository.Root, "tests", "MapTiler.Auth.EndToEndTests", "node"));

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
            if (!IsInstalled(Folder))
                await OtherProgram.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], Folder);
        }
        catch (Exception e) when (NetworkFailure.IsMatch(e.Message))
        {
            OtherProgram.Skip("The packages from npm are not installed, and its registry cannot be reached.");
        }
        finally
        {
            Installing.Release();
        }
    }

    private static string Find(string folder)
    {
        if (IsInstalled(folder) || Artifacts.IsWritable(folder))
            return folder;

        var copy = Directory.CreateTempSubdirectory("maptiler-node-").FullName;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)))
        {
            if (file.StartsWith(Packages, StringComparison.Ordinal))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, file))!);
            File.Copy(Path.Combine(folder, file), Path.Combine(copy, file));
        }

        return copy;
    }

    private static bool IsInstalled(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, Packages, ".package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"));
    }

    [GeneratedRegex("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT")]
    private static partial Regex NetworkFailure { get; }
}
