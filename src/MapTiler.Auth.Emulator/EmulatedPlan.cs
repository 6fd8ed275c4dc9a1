namespace MapTiler.Emulator;

/// <summary>What the account behind a key pays.</summary>
public enum EmulatedPlan
{
    /// <summary>Everything is answered.</summary>
    Paid,

    /// <summary>Static maps are refused: 403 with a picture on which "Invalid key" is written.</summary>
    Free,
}
