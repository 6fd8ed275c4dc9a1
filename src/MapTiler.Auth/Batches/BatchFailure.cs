using MapTiler.Authentication;

namespace MapTiler.Batches;

/// <summary>Distinguishes the failures of a request of a batch by what they mean for its items.</summary>
internal static class BatchFailure
{
    /// <summary>Whether a single item of the request can be the cause: the request was rejected as invalid, not found or too long, or its response cannot be read.</summary>
    public static bool IsOfOneItem(MapTilerException error) => (int?)error.StatusCode switch
    {
        400 or 404 or 413 or 414 => true,
        // A redirect to another origin is rejected without a response.
        null or (>= 200 and < 300) => error.Reason is MapTilerErrorReason.InvalidResponse or MapTilerErrorReason.UriTooLong && error.InnerException is not RequestRejectedException,
        _ => false,
    };

    /// <summary>Whether the following requests would fail, too: the credential, the quota or the plan does not allow them.</summary>
    public static bool IsOfEveryItem(MapTilerException error) => error.Reason is MapTilerErrorReason.KeyMissing or MapTilerErrorReason.KeyInvalid
        or MapTilerErrorReason.SignatureInvalid or MapTilerErrorReason.Forbidden or MapTilerErrorReason.QuotaExceeded;
}

/// <summary>The result of an item of a batch.</summary>
internal interface IBatchResult
{
    /// <summary>The error; <see langword="null"/> if the item succeeded.</summary>
    MapTilerException? Error { get; }
}
