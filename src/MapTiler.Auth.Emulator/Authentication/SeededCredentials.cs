using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Emulator.Authentication;

/// <summary>Derives keys and tokens that look like real ones from the seed.</summary>
internal sealed class SeededCredentials(string seed)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int KeyLength = 20;
    private const int TokenIdBytes = 16;

    private readonly byte[] _seed = Encoding.UTF8.GetBytes(seed);
    private int _keys;

    public string NextApiKey()
    {
        var bytes = Derive($"api key {Interlocked.Increment(ref _keys)}");
        return string.Create(KeyLength, bytes, static (key, bytes) =>
        {
            for (var i = 0; i < key.Length; i++)
                key[i] = Alphabet[bytes[i] % Alphabet.Length];
        });
    }

    public string ServiceToken() =>
        $"{Convert.ToHexStringLower(Derive("token id").AsSpan(0, TokenIdBytes))}_{Convert.ToHexStringLower(Derive("token secret"))}";

    private byte[] Derive(string purpose) => HMACSHA256.HashData(_seed, Encoding.UTF8.GetBytes(purpose));
}

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
