using System.Text.Json;
using System.Text.Json.Nodes;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>The scripts that drive a headless Chromium.</summary>
internal static class BrowserScript
{
    /// <summary>One after the other: a browser draws maps with all the processors that there are.</summary>
    public const string Collection = "Browser";

    /// <summary>The scripts, Playwright and MapLibre.</summary>
    public static string Folder { get; } = FolderOf("node");

    /// <summary>The other libraries that show maps.</summary>
    public static string Libraries { get; } = FolderOf("libraries");

    /// <summary>What a script answers, given this input.</summary>
    public static async Task<JsonDocument> RunAsync(string script, JsonNode input)
    {
        var chromium = OtherProgram.PathOf("chromium");
        await InstallAsync(Folder);
        return JsonDocument.Parse(await OtherProgram.RunAsync("node", [script, chromium], Folder, input.ToJsonString()));
    }

    /// <summary>Gets the packages of a folder from npm the first time, and when they have changed.</summary>
    public static async Task InstallAsync(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            await OtherProgram.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], folder);
    }

    /// <summary>Where a picture is kept.</summary>
    public static string Screenshot(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "artifacts", "screenshots")).FullName, name);

    private static string FolderOf(string name) => Path.Combine(Repository.Root, "tests", "MapTiler.Auth.EndToEndTests", "Browser", name);
}
