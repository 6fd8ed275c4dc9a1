namespace MapTiler;

/// <summary>Why a call failed. The set is open: later versions may know more reasons.</summary>
public readonly record struct MapTilerErrorReason
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name of the reason.</param>
    public MapTilerErrorReason(string value) => _value = value;

    /// <summary>The service refused a parameter (400).</summary>
    public static MapTilerErrorReason InvalidRequest { get; } = new(nameof(InvalidRequest));

    /// <summary>No credential was sent.</summary>
    public static MapTilerErrorReason KeyMissing { get; } = new(nameof(KeyMissing));

    /// <summary>The service does not know the key or token, or its plan has expired.</summary>
    public static MapTilerErrorReason KeyInvalid { get; } = new(nameof(KeyInvalid));

    /// <summary>
    /// The service rejected the signature of the request (403): the secret of the service token is wrong, or the URL was changed after it was signed.
    /// </summary>
    public static MapTilerErrorReason SignatureInvalid { get; } = new(nameof(SignatureInvalid));

    /// <summary>The key may not be used like this: its origins, its user agent, or the plan of the account (403).</summary>
    public static MapTilerErrorReason Forbidden { get; } = new(nameof(Forbidden));

    /// <summary>There is no such map, tileset, data set or image (404).</summary>
    public static MapTilerErrorReason NotFound { get; } = new(nameof(NotFound));

    /// <summary>The resource is no longer there (410).</summary>
    public static MapTilerErrorReason Gone { get; } = new(nameof(Gone));

    /// <summary>The address is longer than the 8192 bytes that the service takes (414), found before or after sending.</summary>
    public static MapTilerErrorReason UriTooLong { get; } = new(nameof(UriTooLong));

    /// <summary>Too many calls in a short time (429).</summary>
    public static MapTilerErrorReason RateLimited { get; } = new(nameof(RateLimited));

    /// <summary>The quota of the account is used up (429 that says so).</summary>
    public static MapTilerErrorReason QuotaExceeded { get; } = new(nameof(QuotaExceeded));

    /// <summary>The service failed (5xx).</summary>
    public static MapTilerErrorReason ServerError { get; } = new(nameof(ServerError));

    /// <summary>The service could not be reached, or the connection broke.</summary>
    public static MapTilerErrorReason ConnectionFailed { get; } = new(nameof(ConnectionFailed));

    /// <summary>The answer did not come in time.</summary>
    public static MapTilerErrorReason Timeout { get; } = new(nameof(Timeout));

    /// <summary>The service could make nothing of uploaded data, or its work was cancelled.</summary>
    public static MapTilerErrorReason ProcessingFailed { get; } = new(nameof(ProcessingFailed));

    /// <summary>The answer is not what the service documents.</summary>
    public static MapTilerErrorReason InvalidResponse { get; } = new(nameof(InvalidResponse));

    /// <summary>The name of the reason.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name of the reason.</param>
    public static implicit operator MapTilerErrorReason(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
