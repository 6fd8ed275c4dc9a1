using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Emulator.Authentication;

/// <summary>
/// Checks a signed URL: the last parameter must be the base64url HMAC-SHA256 of everything before it. The URL
/// is compared byte by byte; neither the order of parameters nor percent-encoding is normalized.
/// </summary>
internal static class SignatureVerifier
{
    private const string Separator = "&signature=";

    public static bool Verify(string absoluteUrl, ReadOnlySpan<byte> secret)
    {
        var at = absoluteUrl.LastIndexOf(Separator, StringComparison.Ordinal);
        if (at < 0)
            return false;

        var encoded = Uri.UnescapeDataString(absoluteUrl.AsSpan(at + Separator.Length));
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Base64Url.DecodeFromChars(encoded, given, out _, out var written) != OperationStatus.Done || written != given.Length)
            return false;

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(absoluteUrl, 0, at), expected);
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }
}
