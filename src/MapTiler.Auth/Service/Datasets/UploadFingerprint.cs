using System.Security.Cryptography;

namespace MapTiler.Service;

/// <summary>A look at the beginning and the end of data, as a hash.</summary>
internal static class UploadFingerprint
{
    private const int Look = 64 * 1024;

    public static string Of(UploadSource source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, source, 0, Math.Min(Look, source.Length));
        Add(hash, source, Math.Max(0, source.Length - Look), Math.Min(Look, source.Length));
        return Convert.ToBase64String(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, UploadSource source, long offset, long length)
    {
        using var stream = source.Open(offset, length);
        var buffer = new byte[Look];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
            hash.AppendData(buffer, 0, read);
    }
}
