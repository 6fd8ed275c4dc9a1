namespace MapTiler.Emulator;

/// <summary>Something of an account that the Service API can list, change and delete.</summary>
internal abstract class AccountItem(Guid id)
{
    public Guid Id { get; } = id;
}
