using System.Text.Json;

namespace MapTiler.Service;

/// <summary>The file of a checkpoint. It is written as a whole or not at all, and on Unix only its owner can read it.</summary>
internal sealed class CheckpointFile(string? path, TimeProvider time)
{
    private const int MaxPartsOfSmallFile = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private long _saved;

    /// <summary>Whether the upload has a checkpoint, even if its file does not exist yet.</summary>
    public bool IsEnabled => path is not null;

    /// <exception cref="MapTilerException">There is a file, but it is not a checkpoint.</exception>
    public UploadCheckpoint? Load()
    {
        if (path is null || !File.Exists(path))
            return null;

        try
        {
            return UploadCheckpoint.Parse(File.ReadAllBytes(path)) ?? throw new JsonException("A member is missing or has an invalid value.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MapTilerException(MapTilerErrorReason.InvalidRequest, $"The checkpoint {path} cannot be opened. {e.Message} Make it readable, or specify another path.", innerException: e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new MapTilerException(MapTilerErrorReason.InvalidRequest,
                $"The checkpoint {path} cannot be read. It is damaged, or another version of this package wrote it. Delete it to start the upload again, or specify another path.", innerException: e);
        }
    }

    /// <summary>Saves a part that was added. A large file is saved at most once a second, because all of it is written each time.</summary>
    public void SavePart(UploadCheckpoint checkpoint)
    {
        if (checkpoint.Parts.Count <= MaxPartsOfSmallFile || time.GetElapsedTime(Volatile.Read(ref _saved)) >= Interval)
            Save(checkpoint);
    }

    public void Save(UploadCheckpoint checkpoint)
    {
        if (path is null)
            return;

        lock (_lock)
        {
            Volatile.Write(ref _saved, time.GetTimestamp());
            var bytes = checkpoint.ToJson();
            var next = path + ".tmp";
            File.Delete(next); // left by a process that was killed, or a link that someone else created
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
            if (File.Exists(file)) // false for a directory, and in a directory that does not exist
                File.Delete(file);
        }
    }

    private static FileStream Create(string file)
    {
#if NET
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
#else
        // netstandard2.0 does not contain File.SetUnixFileMode, but the runtime may.
        const int UserReadWrite = 0x180;
        var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        var setMode = typeof(File).GetMethods().FirstOrDefault(method => method.Name == "SetUnixFileMode" && method.GetParameters()[0].ParameterType == typeof(string));
        if (setMode is not null && Path.DirectorySeparatorChar == '/')
            setMode.Invoke(null, [file, Enum.ToObject(setMode.GetParameters()[1].ParameterType, UserReadWrite)]);
        return stream;
#endif
    }
}
