using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Authentication;

/// <summary>
/// HMAC-SHA256 over the whole address including <c>key</c>, in URL-safe Base64 with its padding, as the last parameter.
/// </summary>
internal static class UriSignature
{
    private const int HashLength = 32;
    private const int Base64Length = 44;
    private const string Parameter = "&signature=";

    public static string Append(string absoluteUri, string keyId, byte[] secret)
    {
        var separator = absoluteUri.Contains('?') ? '&' : '?';
        Span<byte> hash = stackalloc byte[HashLength];
        Span<char> signature = stackalloc char[Base64Length];
#if NET
        var keyed = string.Concat(absoluteUri, separator == '?' ? "?key=" : "&key=", keyId);
        Hash(keyed, secret, hash);
        ToBase64Url(hash, signature);
        return string.Concat(keyed, Parameter, signature);
#else
        var keyed = absoluteUri + separator + "key=" + keyId;
        Hash(keyed, secret, hash);
        ToBase64Url(hash, signature);
        return keyed + Parameter + signature.ToString();
#endif
    }

    private static void Hash(string text, byte[] secret, Span<byte> hash)
    {
#if NET
        // An address in normal form is ASCII: one byte a character.
        byte[]? rented = null;
        var bytes = text.Length <= 1024 ? stackalloc byte[1024] : rented = System.Buffers.ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            HMACSHA256.HashData(secret, bytes[..Encoding.ASCII.GetBytes(text, bytes)], hash);
        }
        finally
        {
            if (rented is not null)
                System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }
#else
        using var hmac = new HMACSHA256(secret);
        hmac.ComputeHash(Encoding.ASCII.GetBytes(text)).CopyTo(hash);
#endif
    }

    private static void ToBase64Url(ReadOnlySpan<byte> hash, Span<char> destination)
    {
#if NET
        Convert.TryToBase64Chars(hash, destination, out _);
#else
        Convert.ToBase64String(hash.ToArray()).AsSpan().CopyTo(destination);
#endif
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = destination[i] switch { '+' => '-', '/' => '_', var c => c };
        }
    }
}
