using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Tests.Authentication;

/// <summary>The signature a second time, from the definition of HMAC and from the vendor's description; it shares nothing with the library.</summary>
internal static class IndependentSignature
{
    public static string Sign(string address, string token)
    {
        var (keyId, secret) = (token.Split('_')[0], Convert.FromHexString(token.Split('_')[1]));
        var keyed = address + (address.Contains('?') ? "&" : "?") + "key=" + keyId;
        return keyed + "&signature=" + Base64Url.EncodeToString(Hmac(secret, Encoding.UTF8.GetBytes(keyed))) + "=";
    }

    /// <summary>Whether the address ends with the signature of everything before it.</summary>
    public static bool Verifies(string signed, string token)
    {
        var end = signed.LastIndexOf("&signature=", StringComparison.Ordinal);
        var key = signed.LastIndexOf("key=" + token.Split('_')[0], StringComparison.Ordinal);
        return key > 0 && end > key && Sign(signed[..(key - 1)], token) == signed;
    }

    public static string WithoutCredential(string address)
    {
        var parts = address.Split('#')[0].Split('?', 2);
        var kept = string.Join('&', parts.Skip(1).SelectMany(query => query.Split('&')).Where(item => item.Split('=')[0] is not ("key" or "signature")));
        return kept.Length == 0 ? parts[0] : parts[0] + "?" + kept;
    }

    private static byte[] Hmac(byte[] secret, byte[] message)
    {
        var block = new byte[64];
        (secret.Length > 64 ? SHA256.HashData(secret) : secret).CopyTo(block, 0);
        byte[] Pad(byte with) => [.. block.Select(b => (byte)(b ^ with))];
        return SHA256.HashData([.. Pad(0x5c), .. SHA256.HashData([.. Pad(0x36), .. message])]);
    }
}
