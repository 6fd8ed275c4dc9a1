using System.Collections.Immutable;
using System.Security.Cryptography;

namespace MapTiler.Emulator;

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
                throw new ArgumentException($"This key exists already, under the name '{known.Name}'.", nameof(key));
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
