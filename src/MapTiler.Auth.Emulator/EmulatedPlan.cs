namespace MapTiler.Emulator;

/// <summary>What the account behind a key pays.</summary>
public enum EmulatedPlan
{
    /// <summary>Everything is answered.</summary>
    Paid,

    /// <summary>Static maps, and raster tiles of custom maps, are rejected: 403 with an image, and the reason in the header <c>statustext</c>.</summary>
    Free,
}
