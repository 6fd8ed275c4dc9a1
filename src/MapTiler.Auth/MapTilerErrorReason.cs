namespace MapTiler;

/// <summary>The cause of a failed request. Later versions can add reasons, so a <see langword="switch"/> needs a default case.</summary>
public enum MapTilerErrorReason
{
    /// <summary>The service rejected a parameter (400).</summary>
    InvalidRequest,

    /// <summary>There is no credential to send, or its provider failed. Nothing was sent.</summary>
    KeyMissing,

    /// <summary>The service rejected the API key or service token as unknown, or the plan of the account has expired (403).</summary>
    KeyInvalid,

    /// <summary>
    /// The service rejected the signature of the request (403): the secret of the service token is wrong, or the URL was changed after it was signed.
    /// </summary>
    SignatureInvalid,

    /// <summary>The restrictions of the key to origins or a user agent, or the plan of the account, do not allow the request (403).</summary>
    Forbidden,

    /// <summary>The map, tileset, dataset or image does not exist (404).</summary>
    NotFound,

    /// <summary>The resource has been deleted (410).</summary>
    Gone,

    /// <summary>The URL is longer than the 8192 bytes that the service accepts. It is detected before sending, or reported by the service (414).</summary>
    UriTooLong,

    /// <summary>There were too many requests in a short time (429), or the rate limiter of the application rejected the request.</summary>
    RateLimited,

    /// <summary>The quota of the account is exhausted (429 with such a message), or a payment is required (402).</summary>
    QuotaExceeded,

    /// <summary>The service failed (5xx), also after all retries.</summary>
    ServerError,

    /// <summary>The service could not be reached, or the connection was closed.</summary>
    ConnectionFailed,

    /// <summary>The response was not complete within the timeout.</summary>
    Timeout,

    /// <summary>The service failed to process uploaded data, or its processing was canceled.</summary>
    ProcessingFailed,

    /// <summary>The response is not one that the service documents, such as the sign-in page of a proxy.</summary>
    InvalidResponse,
}
