using System.Text;

namespace MapTiler.Emulator;

/// <summary>The keys of the account. What happens to them counts from the next request to the public API on.</summary>
internal sealed class AccountKeys(CredentialStore credentials, SeededCredentials seeded, TimeProvider time)
{
    private int _unnamed;

    public AccountRegister<AccountKey> Register { get; } = new();

    public AccountKey Add(EmulatedKey key)
    {
        credentials.Add(key);
        var now = time.GetUtcNow();
        var added = new AccountKey(key, now, now);
        Register.Add(added);
        return added;
    }

    public AccountKey Create(KeySettingsRequest request) =>
        Add(new(seeded.NextApiKey()) { Settings = request.Over(new($"API key {Interlocked.Increment(ref _unnamed)}", null, [], null)) });

    public AccountKey Change(Guid id, KeySettingsRequest request)
    {
        var current = Register.Get(id);
        var changed = new AccountKey(current.Key, current.Created, time.GetUtcNow());
        Register.Replace(changed);
        changed.Key.Settings = request.Over(changed.Key.Settings);
        return changed;
    }

    public void Delete(Guid id) => credentials.Remove(Register.Delete(id).Key);

    /// <returns>False if there is no such key.</returns>
    public bool Remove(string key)
    {
        if (credentials.FindKey(Encoding.UTF8.GetBytes(key)) is not { } found)
            return false;
        Delete(found.Id);
        return true;
    }
}
