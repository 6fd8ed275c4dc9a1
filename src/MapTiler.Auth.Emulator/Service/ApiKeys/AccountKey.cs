namespace MapTiler.Emulator;

/// <summary>A key as the Service API keeps it.</summary>
internal sealed class AccountKey(EmulatedKey key, DateTimeOffset created, DateTimeOffset changed) : AccountItem(key.Id)
{
    public EmulatedKey Key => key;

    public DateTimeOffset Created => created;

    public DateTimeOffset Changed => changed;
}
