using System.Security.Cryptography;

namespace MapTiler.Emulator;

/// <summary>Derives the ids of keys and tokens in the Service API from their values.</summary>
internal static class AccountIds
{
    private const int GuidBytes = 16;

    public static Guid Derive(ReadOnlySpan<byte> credential)
    {
        var bytes = SHA256.HashData(credential).AsSpan(0, GuidBytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
