using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Emulator.Tests;

/// <summary>Signs URLs as documented by MapTiler, without code of the SDK or the emulator.</summary>
internal static class Signing
{
    public static string Sign(string url, string token)
    {
        var (id, secret) = (token.Split('_')[0], token.Split('_')[1]);
        var withKey = $"{url}{(url.Contains('?') ? '&' : '?')}key={id}";
        return $"{withKey}&signature={Signature(withKey, secret)}";
    }

    public static string Signature(string text, string secret)
    {
        var hash = HMACSHA256.HashData(Convert.FromHexString(secret), Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_');
    }
}
