namespace MapTiler.Coordinates;

/// <summary>Whether a search finds what is deprecated.</summary>
public enum DeprecatedFilter
{
    /// <summary>Only what is in use.</summary>
    Exclude,

    /// <summary>Only what is deprecated.</summary>
    Only,

    /// <summary>Both.</summary>
    Include,
}
