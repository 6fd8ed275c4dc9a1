namespace MapTiler;

/// <summary>The result of <see cref="MapTilerClient.CheckKeyAsync"/>.</summary>
public sealed class KeyCheckResult
{
    /// <summary>The status of the credential.</summary>
    public KeyCheckStatus Status { get; set; }

    /// <summary>What the status means and what to do. It never contains the credential.</summary>
    public string Message { get; set; } = "";

    /// <summary>The error of the rejected or failed request; <see langword="null"/> if all requests succeeded.</summary>
    public MapTilerException? Error { get; set; }

    /// <summary>Returns the status and the message.</summary>
    public override string ToString() => $"{Status}: {Message}";
}

/// <summary>The status of a credential.</summary>
public enum KeyCheckStatus
{
    /// <summary>The status could not be determined because a request failed. The message contains the cause.</summary>
    Unknown,

    /// <summary>The credential works and other callers are rejected; or requests are signed, or need no credential.</summary>
    Valid,

    /// <summary>The key works also with another User-Agent and another Origin: anyone who obtains it can use its quota.</summary>
    Unprotected,

    /// <summary>The service rejected the credential.</summary>
    Rejected,
}
