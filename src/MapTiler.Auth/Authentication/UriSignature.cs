using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Authentication;

/// <summary>
/// Signs URLs: HMAC-SHA256 of the URL including <c>key</c>, in URL-safe Base64 with padding, as the last query parameter.
/// </summary>
internal sealed class UriSignature(string keyId, byte[] secret)
{
    private const int HashLength = 32;
    private const int Base64Length = 44;
    private const string Parameter = "&signature=";

#if NET
    // Reusing a keyed hash costs half of creating one. A hash that failed is not reused.
    private readonly System.Collections.Concurrent.ConcurrentBag<IncrementalHash> _idle = [];
#endif

    public string Append(string absoluteUri)
    {
        var separator = absoluteUri.Contains('?') ? '&' : '?';
        Span<byte> hash = stackalloc byte[HashLength];
        Span<char> signature = stackalloc char[Base64Length];
#if NET
        var keyed = string.Concat(absoluteUri, separator == '?' ? "?key=" : "&key=", keyId);
        Hash(keyed, hash);
        ToBase64Url(hash, signature);
        return string.Concat(keyed, Parameter, signature);
#else
        var keyed = absoluteUri + separator + "key=" + keyId;
        Hash(keyed, hash);
        ToBase64Url(hash, signature);
        return keyed + Parameter + signature.ToString();
#endif
    }

    private void Hash(string text, Span<byte> hash)
    {
#if NET
        // A normalized URL is ASCII: one byte per character.
        byte[]? rented = null;
        var bytes = text.Length <= 1024 ? stackalloc byte[1024] : rented = System.Buffers.ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            if (!_idle.TryTake(out var keyed))
                keyed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
            keyed.AppendData(bytes[..Encoding.ASCII.GetBytes(text, bytes)]);
            keyed.GetHashAndReset(hash);
            _idle.Add(keyed);
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
