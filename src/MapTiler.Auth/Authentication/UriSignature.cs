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

    private readonly string _first = "?key=" + keyId + Parameter;
    private readonly string _following = "&key=" + keyId + Parameter;

    public string Append(string absoluteUri)
    {
        var parameters = absoluteUri.Contains('?') ? _following : _first;
        Span<byte> hash = stackalloc byte[HashLength];
        Span<char> signature = stackalloc char[Base64Length];
        Hash(absoluteUri, parameters.AsSpan(0, parameters.Length - Parameter.Length), hash);
        ToBase64Url(hash, signature);
#if NET
        return string.Concat(absoluteUri, parameters, signature);
#else
        return absoluteUri + parameters + signature.ToString();
#endif
    }

    private void Hash(string url, ReadOnlySpan<char> key, Span<byte> hash)
    {
        // A normalized URL is ASCII: one byte per character.
        var length = url.Length + key.Length;
#if NET
        byte[]? rented = null;
        var bytes = length <= 1024 ? stackalloc byte[1024] : rented = System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Encoding.ASCII.GetBytes(url, bytes);
            Encoding.ASCII.GetBytes(key, bytes[url.Length..]);
            if (!_idle.TryTake(out var keyed))
                keyed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
            keyed.AppendData(bytes[..length]);
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
        hmac.ComputeHash(Encoding.ASCII.GetBytes(url + key.ToString())).CopyTo(hash);
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
