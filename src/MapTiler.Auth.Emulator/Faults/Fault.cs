namespace MapTiler.Emulator;

/// <summary>
/// A rule by which some requests go wrong. What is set below <i>which</i> selects requests; what is set below <i>what</i>
/// changes their response, everything else stays as it would have been. A request that is answered with an error or a
/// redirect has no effect; in all other cases it has, also where the response is lost.
/// </summary>
/// <example><code>emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Status = 503, Times = 1 });</code></example>
public sealed class Fault
{
    /// <summary>Which: requests whose raw path begins with this; null for all.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>Which: requests of which this is true; null for all.</summary>
    public Func<RecordedRequest, bool>? When { get; init; }

    /// <summary>Which: how many requests that fit are let through first. With 2 here and 1 in <see cref="Times"/> only the third is hit.</summary>
    /// <value>The default is 0.</value>
    public int Skip { get; init; }

    /// <summary>Which: how many requests are hit; null for no end.</summary>
    /// <value>The default is null.</value>
    public int? Times { get; init; }

    /// <summary>Which: the share of the requests that fit which is hit, 0 to 1. The seed of the emulator decides which ones.</summary>
    /// <value>The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double Probability
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A share is 0 to 1.");
    } = 1;

    /// <summary>Which: whether requests without a valid credential are hit, too. Otherwise they are refused and not counted.</summary>
    /// <value>The default is false.</value>
    public bool BeforeAuthentication { get; init; }

    /// <summary>What: the wait before the response.</summary>
    /// <value>The default is zero.</value>
    public TimeSpan Delay { get; init; }

    /// <summary>What: up to how much longer <see cref="Delay"/> is. The seed of the emulator decides for each request.</summary>
    /// <value>The default is zero.</value>
    public TimeSpan Jitter { get; init; }

    /// <summary>What: the status. From 400 on the body is a plain text, unless <see cref="Body"/> says otherwise.</summary>
    public int? Status { get; init; }

    /// <summary>What: the body, sent as UTF-8.</summary>
    public string? Body { get; init; }

    /// <summary>What: the header <c>Content-Type</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>What: the header <c>Retry-After</c> in whole seconds, rounded up.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What: the header <c>Retry-After</c> as a date. <see cref="RetryAfter"/> wins.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What: the header <c>Location</c>, with status 302 unless <see cref="Status"/> says otherwise, and no body.</summary>
    public Uri? RedirectTo { get; init; }

    /// <summary>What: whether the query of the request, credentials and all, is added to <see cref="RedirectTo"/>.</summary>
    /// <value>The default is false.</value>
    public bool EchoQuery { get; init; }

    /// <summary>What: whether the header <c>ETag</c> is left out.</summary>
    /// <value>The default is false.</value>
    public bool OmitETag { get; init; }

    /// <summary>What: how fast the body of a request is read, in bytes a second, for every connection by itself; null for no limit.</summary>
    /// <remarks>Counts for the parts of an upload.</remarks>
    /// <value>The default is null.</value>
    public int? UploadBytesPerSecond { get; init; }

    /// <summary>
    /// What: with <see cref="FaultDelivery.Reset"/>, how much of a part of an upload is read before the connection is
    /// reset, so that the part is lost; null reads and keeps all of it, so that only the response is lost.
    /// </summary>
    /// <value>The default is null.</value>
    public int? UploadedBytes { get; init; }

    /// <summary>What: how the response travels.</summary>
    /// <value>The default is <see cref="FaultDelivery.Whole"/>.</value>
    public FaultDelivery Delivery { get; init; }

    /// <summary>What: how much of the body a delivery other than whole sends before it misbehaves, or at a time if slow.</summary>
    /// <value>The default is 16 bytes.</value>
    public int SentBytes { get; init; } = 16;

    /// <summary>What: the wait between two pieces of a slow body.</summary>
    /// <value>The default is one second.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);
}
