using System.Diagnostics;
using System.Text;

namespace MapTiler.Emulator;

/// <summary>A service token: the id that clients send as their key, and the secret for signatures.</summary>
[DebuggerDisplay("{Name,nq}")]
internal sealed class ServiceCredential
{
    private ServiceCredential(string name, byte[] token, byte[] id, byte[] secret)
    {
        Name = name;
        AccountId = AccountIds.Derive(token);
        Token = token;
        Id = id;
        Secret = secret;
    }

    public string Name { get; }

    /// <summary>The id of the token in the analytics of the Service API.</summary>
    public Guid AccountId { get; }

    /// <summary>The whole token, for the <c>Authorization</c> header of the Service API.</summary>
    public byte[] Token { get; }

    /// <summary>The part before the underscore. It is opaque, because not all of them are hexadecimal.</summary>
    public byte[] Id { get; }

    public byte[] Secret { get; }

    public static ServiceCredential Parse(string token, string name)
    {
        ArgumentNullException.ThrowIfNull(token);
        var underscore = token.IndexOf('_');
        if (underscore < 1 || token.LastIndexOf('_') != underscore || !TryDecodeHex(token[(underscore + 1)..], out var secret))
            throw new ArgumentException("A service token is an id and a hexadecimal secret, joined by one underscore.", nameof(token));

        return new(name, Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(token[..underscore]), secret);
    }

    public override string ToString() => Name;

    private static bool TryDecodeHex(string text, out byte[] bytes)
    {
        var valid = text.Length > 0 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
        bytes = valid ? Convert.FromHexString(text) : [];
        return valid;
    }
}
