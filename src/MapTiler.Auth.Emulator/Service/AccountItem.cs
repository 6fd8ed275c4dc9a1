namespace MapTiler.Emulator;

/// <summary>An item of an account that the Service API can list, change and delete.</summary>
internal abstract class AccountItem(Guid id)
{
    public Guid Id { get; } = id;
}
