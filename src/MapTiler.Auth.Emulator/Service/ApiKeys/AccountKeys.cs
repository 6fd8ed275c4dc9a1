using System.Globalization;
using System.Text;
using MapTiler.Emulator.Authentication;

namespace MapTiler.Emulator.Service.ApiKeys;

/// <summary>The keys of the account. What happens to them counts from the next request to the public API on.</summary>
internal sealed class AccountKeys(CredentialStore credentials, SeededCredentials seeded, MapTilerEmulatorOptions options)
{
    private readonly Lock _creating = new();
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly int _limit = options.MaxApiKeys;
    private int _unnamed;

    public AccountRegister<AccountKey> Register { get; } = new();

    public AccountKey Add(EmulatedKey key)
    {
        credentials.Add(key);
        var now = _time.GetUtcNow();
        var added = new AccountKey(key, now, now);
        Register.Add(added);
        return added;
    }

    public AccountKey Create(KeySettingsRequest request)
    {
        lock (_creating)
        {
            // The default key does not count.
            if (Register.Count > _limit)
                throw ServiceException.Forbidden(string.Create(CultureInfo.InvariantCulture, $"The plan allows {_limit} API keys."));
            return Add(new(seeded.NextApiKey()) { Settings = request.Over(new($"API key {++_unnamed}", null, [], null)) });
        }
    }

    public AccountKey Change(Guid id, KeySettingsRequest request)
    {
        var current = Register.Get(id);
        if (current.Key.IsDefault && request.Restricts)
            throw ServiceException.Forbidden("The default key cannot be protected. Create another key.");
        var changed = new AccountKey(current.Key, current.Created, _time.GetUtcNow());
        Register.Replace(changed);
        changed.Key.Settings = request.Over(changed.Key.Settings);
        return changed;
    }

    public void Delete(Guid id)
    {
        if (Register.Find(id) is { Key.IsDefault: true })
            throw ServiceException.Forbidden("The default key cannot be deleted.");
        credentials.Remove(Register.Delete(id).Key);
    }

    /// <returns>False if there is no such key.</returns>
    public bool Remove(string key)
    {
        if (credentials.FindKey(Encoding.UTF8.GetBytes(key)) is not { } found)
            return false;
        if (found.IsDefault)
            throw new InvalidOperationException("The default key of an account cannot be removed. Add a key with AddKey and remove that one, or change the status of the default key.");
        Delete(found.Id);
        return true;
    }
}

/// <summary>A key in the Service API.</summary>
internal sealed class AccountKey(EmulatedKey key, DateTimeOffset created, DateTimeOffset changed) : AccountItem(key.Id)
{
    public EmulatedKey Key => key;

    public DateTimeOffset Created => created;

    public DateTimeOffset Changed => changed;
}

/// <summary>The settings of a key in a request: all of them, absent fields are reset.</summary>
internal sealed class KeySettingsRequest
{
    private readonly string? _name;
    private readonly string? _description;
    private readonly string? _userAgent;
    private readonly string[] _origins;

    public KeySettingsRequest(JsonFields body)
    {
        _name = body.OptionalString("name");
        _description = body.OptionalString("description");
        _userAgent = body.OptionalString("user_agent");
        _origins = body.OptionalStrings("origins") ?? [];
        try
        {
            foreach (var rule in _origins)
                OriginRules.Validate(rule);
        }
        catch (ArgumentException)
        {
            throw body.Invalid("origins", "a rule is example.com, *.example.com or ?, without scheme, port and path.");
        }
    }

    /// <summary>Whether the settings limit who can use the key.</summary>
    public bool Restricts => _origins.Length > 0 || !string.IsNullOrEmpty(_userAgent);

    /// <summary>A key is never without a name: the one that it has stays.</summary>
    public KeySettings Over(KeySettings current) => new(string.IsNullOrEmpty(_name) ? current.Name : _name, _description, _origins, _userAgent);
}
