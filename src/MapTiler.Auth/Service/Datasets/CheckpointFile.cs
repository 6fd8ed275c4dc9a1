using System.Text.Json;

namespace MapTiler.Service;

/// <summary>The file of a checkpoint: written as a whole or not at all, and readable by its owner alone where the platform can.</summary>
internal sealed class CheckpointFile(string? path)
{
#if !NET
    private const int OwnerOnly = 0x180; // rw-------
#endif

    private readonly object _gate = new();

    public bool Exists => path is not null;

    /// <exception cref="MapTilerException">There is a file, but it is no checkpoint.</exception>
    public UploadCheckpoint? Load()
    {
        if (path is null || !File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ServiceJson.Default.UploadCheckpoint) is { Version: 1, PartSize: > 0, Parts: not null, ETags: not null, Strange: not null } checkpoint && checkpoint.Parts.All(part => part?.Url is { IsAbsoluteUri: true }) ? checkpoint : throw Unreadable(null);
        }
        catch (JsonException e)
        {
            throw Unreadable(e);
        }
    }

    public void Save(UploadCheckpoint checkpoint)
    {
        if (path is null)
            return;

        lock (_gate)
        {
            byte[] bytes;
            lock (checkpoint.ETags)
                bytes = JsonSerializer.SerializeToUtf8Bytes(checkpoint, ServiceJson.Default.UploadCheckpoint);
            var next = path + ".tmp";
            File.Delete(next); // of a run that was killed, or a link that somebody put there
            using (var file = Create(next))
                file.Write(bytes, 0, bytes.Length);
#if NET
            File.Move(next, path, overwrite: true);
#else
            if (File.Exists(path))
                File.Replace(next, path, destinationBackupFileName: null);
            else
                File.Move(next, path);
#endif
        }
    }

    public void Delete()
    {
        foreach (var file in path is null ? [] : new[] { path, path + ".tmp" })
        {
            if (File.Exists(file)) // neither a folder nor within one that is missing
                File.Delete(file);
        }
    }

    private static FileStream Create(string file)
    {
#if NET
        if (!OperatingSystem.IsWindows())
            return new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        return new FileStream(file, FileMode.CreateNew, FileAccess.Write);
#else
        // A netstandard2.0 library cannot name what newer platforms have for it.
        var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        if (typeof(File).GetMethods().FirstOrDefault(method => method.Name == "SetUnixFileMode" && method.GetParameters()[0].ParameterType == typeof(string)) is { } setMode
            && Path.DirectorySeparatorChar == '/')
        {
            setMode.Invoke(null, [file, Enum.ToObject(setMode.GetParameters()[1].ParameterType, OwnerOnly)]);
        }

        return stream;
#endif
    }

    private MapTilerException Unreadable(Exception? cause) => new(MapTilerErrorReason.InvalidRequest,
        $"{path} is no checkpoint of an upload by this version. Delete it to begin anew, or name another file.", innerException: cause);
}
