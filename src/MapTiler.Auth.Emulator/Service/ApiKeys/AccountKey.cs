namespace MapTiler.Emulator;

/// <summary>A key as the Service API keeps it.</summary>
internal sealed class AccountKey(EmulatedKey key, DateTimeOffset created) : AccountItem(key.Id)
{
    public EmulatedKey Key => key;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Changed { get; set; } = created;
}
