namespace MapTiler.Tests;

/// <summary>Files for review: beside the built tests, or in the temporary folder if that is read-only.</summary>
internal static class Artifacts
{
    public static string PathOf(string folder, string name)
    {
        var root = IsWritable(AppContext.BaseDirectory) ? AppContext.BaseDirectory : Path.GetTempPath();
        return Path.Combine(Directory.CreateDirectory(Path.Combine(root, "artifacts", folder)).FullName, name);
    }

    public static bool IsWritable(string folder)
    {
        try
        {
            File.Create(Path.Combine(folder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
