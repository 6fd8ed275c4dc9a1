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

    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var temporary = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
