namespace MapTiler.Emulator;

/// <summary>Who may look at the page that the emulator shows of itself at <c>/</c>.</summary>
public enum LandingPageAccess
{
    /// <summary>Browsers on this machine, by the name <c>localhost</c> or a loopback address.</summary>
    LocalOnly,

    /// <summary>Anyone who reaches the port. The page tells what was requested and the names of keys, but no secret.</summary>
    Anyone,

    /// <summary>There is no such page: <c>/</c> is refused and unknown like every other path.</summary>
    Disabled,
}
