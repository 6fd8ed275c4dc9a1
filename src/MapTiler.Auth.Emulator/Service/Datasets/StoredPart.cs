namespace MapTiler.Emulator;

/// <summary>A part of an upload that arrived whole.</summary>
/// <param name="Path">The path of the file with its content.</param>
/// <param name="Length">How many bytes arrived, which need not be how many were awaited.</param>
/// <param name="Md5">In lower-case hexadecimal; the ETag is this within quotes.</param>
internal sealed record StoredPart(string Path, long Length, string Md5);
