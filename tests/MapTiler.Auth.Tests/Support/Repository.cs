namespace MapTiler.Tests;

/// <summary>The working tree in which the tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The READMEs and the pages in <c>docs</c>, as relative paths.</summary>
    public static IEnumerable<string> Documents { get; } =
    [
        .. Directory.GetFiles(Root, "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) == "README.md" || path.Split(Path.DirectorySeparatorChar)[0] == "docs")
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "node_modules" or "bin" or "obj" or "api" or "_site")),
    ];

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MapTiler.Auth.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run in the work tree.");
    }
}
