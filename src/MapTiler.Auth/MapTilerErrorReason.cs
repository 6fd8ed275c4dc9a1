namespace MapTiler;

/// <summary>The cause of a failed request. The set is open: later versions can add reasons.</summary>
/// <remarks>
/// The value of a reason is its name:
/// <code>
/// switch (exception.Reason.Value)
/// {
///     case nameof(MapTilerErrorReason.RateLimited): ...
/// }
/// </code>
/// </remarks>
public readonly record struct MapTilerErrorReason
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name of the reason.</param>
    public MapTilerErrorReason(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The service rejected a parameter (400).</summary>
    public static MapTilerErrorReason InvalidRequest { get; } = new(nameof(InvalidRequest));

    /// <summary>There is no credential to send, or its provider failed. Nothing was sent.</summary>
    public static MapTilerErrorReason KeyMissing { get; } = new(nameof(KeyMissing));

    /// <summary>The service rejected the API key or service token as unknown, or the plan of the account has expired (403).</summary>
    public static MapTilerErrorReason KeyInvalid { get; } = new(nameof(KeyInvalid));

    /// <summary>
    /// The service rejected the signature of the request (403): the secret of the service token is wrong, or the URL was changed after it was signed.
    /// </summary>
    public static MapTilerErrorReason SignatureInvalid { get; } = new(nameof(SignatureInvalid));

    /// <summary>The restrictions of the key to origins or a user agent, or the plan of the account, do not allow the request (403).</summary>
    public static MapTilerErrorReason Forbidden { get; } = new(nameof(Forbidden));

    /// <summary>The map, tileset, dataset or image does not exist (404).</summary>
    public static MapTilerErrorReason NotFound { get; } = new(nameof(NotFound));

    /// <summary>The resource has been deleted (410).</summary>
    public static MapTilerErrorReason Gone { get; } = new(nameof(Gone));

    /// <summary>The URL is longer than the 8192 bytes that the service accepts. It is detected before sending, or reported by the service (414).</summary>
    public static MapTilerErrorReason UriTooLong { get; } = new(nameof(UriTooLong));

    /// <summary>There were too many requests in a short time (429), or the rate limiter of the application rejected the request.</summary>
    public static MapTilerErrorReason RateLimited { get; } = new(nameof(RateLimited));

    /// <summary>The quota of the account is exhausted (429 with such a message).</summary>
    public static MapTilerErrorReason QuotaExceeded { get; } = new(nameof(QuotaExceeded));

    /// <summary>The service failed (5xx), also after all retries.</summary>
    public static MapTilerErrorReason ServerError { get; } = new(nameof(ServerError));

    /// <summary>The service could not be reached, or the connection was closed.</summary>
    public static MapTilerErrorReason ConnectionFailed { get; } = new(nameof(ConnectionFailed));

    /// <summary>The response was not complete within the timeout.</summary>
    public static MapTilerErrorReason Timeout { get; } = new(nameof(Timeout));

    /// <summary>The service failed to process uploaded data, or its processing was canceled.</summary>
    public static MapTilerErrorReason ProcessingFailed { get; } = new(nameof(ProcessingFailed));

    /// <summary>The response is not one that the service documents, such as the sign-in page of a proxy.</summary>
    public static MapTilerErrorReason InvalidResponse { get; } = new(nameof(InvalidResponse));

    /// <summary>The name of the reason, such as <c>RateLimited</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name of the reason.</param>
    public static implicit operator MapTilerErrorReason(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
