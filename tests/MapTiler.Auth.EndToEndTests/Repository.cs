namespace MapTiler.EndToEndTests;

/// <summary>Where the sources lie. Paths that the compiler knows are not those of this machine on a build server.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MapTiler.Auth.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside of the repository.");
    }
}
