namespace MapTiler;

/// <summary>What a check of the credential found.</summary>
public sealed class KeyCheckResult
{
    /// <summary>What was found.</summary>
    public KeyCheckStatus Status { get; set; }

    /// <summary>What it means and what to do, for a person. Never holds the credential.</summary>
    public string Message { get; set; } = "";

    /// <summary>The refusal, if there was one.</summary>
    public MapTilerException? Error { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Status}: {Message}";
}
