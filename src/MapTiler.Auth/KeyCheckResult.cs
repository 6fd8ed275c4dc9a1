namespace MapTiler;

/// <summary>What a check of the credential found.</summary>
public sealed record KeyCheckResult
{
    /// <summary>What was found.</summary>
    public required KeyCheckStatus Status { get; init; }

    /// <summary>What it means and what to do, for a person. Never holds the credential.</summary>
    public required string Message { get; init; }

    /// <summary>The refusal, if there was one.</summary>
    public MapTilerException? Error { get; init; }
}
