namespace MapTiler.ContractTests;

/// <summary>Facts that the emulator does not return yet. They are not tested until they are taken from this list.</summary>
internal static class Pending
{
    public static HashSet<string> Names { get; } =
    [
    ];
}
