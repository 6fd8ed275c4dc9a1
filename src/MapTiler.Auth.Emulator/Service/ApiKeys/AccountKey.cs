namespace MapTiler.Emulator;

/// <summary>A key in the Service API.</summary>
internal sealed class AccountKey(EmulatedKey key, DateTimeOffset created, DateTimeOffset changed) : AccountItem(key.Id)
{
    public EmulatedKey Key => key;

    public DateTimeOffset Created => created;

    public DateTimeOffset Changed => changed;
}
