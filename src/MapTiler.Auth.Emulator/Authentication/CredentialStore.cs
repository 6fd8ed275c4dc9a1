using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Emulator.Authentication;

/// <summary>The keys and service tokens that exist. A search compares all of them, each in constant time.</summary>
internal sealed class CredentialStore
{
    private readonly Lock _writing = new();
    private ImmutableArray<EmulatedKey> _keys = [];
    private ImmutableArray<ServiceCredential> _tokens = [];

    public ImmutableArray<EmulatedKey> Keys => _keys;

    public void Add(EmulatedKey key)
    {
        lock (_writing)
        {
            if (FindKey(key.Bytes) is { } known)
                throw new ArgumentException($"A key with this value already exists, with the name '{known.Name}'.", nameof(key));
            _keys = _keys.Add(key);
        }
    }

    public void Remove(EmulatedKey key)
    {
        lock (_writing)
            _keys = _keys.Remove(key);
    }

    public void Add(ServiceCredential token)
    {
        lock (_writing)
            _tokens = _tokens.Add(token);
    }

    public EmulatedKey? FindKey(ReadOnlySpan<byte> key)
    {
        EmulatedKey? found = null;
        foreach (var candidate in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(candidate.Bytes, key))
                found = candidate;
        }

        return found;
    }

    public ServiceCredential? FindTokenById(ReadOnlySpan<byte> id)
    {
        ServiceCredential? found = null;
        foreach (var candidate in _tokens)
        {
            if (CryptographicOperations.FixedTimeEquals(candidate.Id, id))
                found = candidate;
        }

        return found;
    }

    public ServiceCredential? FindToken(ReadOnlySpan<byte> token)
    {
        ServiceCredential? found = null;
        foreach (var candidate in _tokens)
        {
            if (CryptographicOperations.FixedTimeEquals(candidate.Token, token))
                found = candidate;
        }

        return found;
    }
}

/// <summary>The settings of a key that the Service API can change.</summary>
internal sealed record KeySettings(string Name, string? Description, IReadOnlyList<string> Origins, string? UserAgent);

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

    private static bool TryDecodeHex(string hex, out byte[] bytes)
    {
        var valid = hex.Length > 0 && hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit);
        bytes = valid ? Convert.FromHexString(hex) : [];
        return valid;
    }
}
