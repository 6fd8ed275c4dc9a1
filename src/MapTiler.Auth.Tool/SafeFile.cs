using System.CommandLine;

namespace MapTiler.Tool;

/// <summary>Writes files completely or not at all.</summary>
internal static class SafeFile
{
    public static Option<bool> Overwrite { get; } = new("--overwrite") { Description = "Replace an existing output" };

    /// <exception cref="UsageException">The file exists, and <c>--overwrite</c> is not set.</exception>
    public static void CheckIsNew(Session session, string path)
    {
        if (File.Exists(path) && !session.Get(Overwrite))
            throw new UsageException($"'{path}' exists already. Choose another --output, or replace it with --overwrite.");
    }

    /// <param name="path">The path of the file, which is replaced.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="cancellationToken">Cancels it; an existing file remains as it was.</param>
    /// <param name="isSecret">Whether only the owner of the file can read it. On Windows, it has the permissions of its folder.</param>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken, bool isSecret = false)
    {
        var temporary = path + ".part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isSecret && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(temporary); // left by a process that was killed
        try
        {
            await using (var file = new FileStream(temporary, options))
                await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
