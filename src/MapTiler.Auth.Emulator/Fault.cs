namespace MapTiler.Emulator;

/// <summary>
/// A rule that makes some requests fail or changes their responses, for <see cref="MapTilerEmulator.Faults"/>.
/// </summary>
/// <remarks>
/// <see cref="PathPrefix"/>, <see cref="When"/>, <see cref="Skip"/>, <see cref="Times"/>, <see cref="Probability"/> and
/// <see cref="BeforeAuthentication"/> select requests; a fault without any of them applies to all requests with a valid credential.
/// The other properties change the response; what they do not set stays as it would be without the fault. A request whose response
/// is an error or a redirect does not take effect. All other requests do, even if their response is lost.
/// </remarks>
/// <example><code>emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Status = 503, Times = 1 });</code></example>
public sealed class Fault
{
    /// <summary>Selects requests whose path, as it was sent and still percent-encoded, begins with this value.</summary>
    /// <value>The default is null: requests to all paths.</value>
    public string? PathPrefix { get; init; }

    /// <summary>Selects requests for which this function returns true.</summary>
    /// <value>The default is null: all requests.</value>
    public Func<RecordedRequest, bool>? When { get; init; }

    /// <summary>
    /// The number of selected requests that pass without the fault before it applies. With a value of 2 here and 1 in
    /// <see cref="Times"/>, only the third request fails.
    /// </summary>
    /// <value>The default is 0.</value>
    public int Skip { get; init; }

    /// <summary>The maximum number of requests to which the fault applies.</summary>
    /// <value>The default is null: no maximum.</value>
    public int? Times { get; init; }

    /// <summary>
    /// The share of the selected requests to which the fault applies, from 0 to 1. Which requests these are is derived from
    /// <see cref="MapTilerEmulatorOptions.Seed"/>.
    /// </summary>
    /// <value>The default is 1: all selected requests.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double Probability
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability is a number from 0 to 1.");
    } = 1;

    /// <summary>
    /// Whether the fault also applies to requests without a valid credential. If false, the emulator rejects such requests as usual
    /// and does not count them.
    /// </summary>
    /// <value>The default is false.</value>
    public bool BeforeAuthentication { get; init; }

    /// <summary>The time that the emulator waits before it sends the response.</summary>
    /// <value>The default is zero.</value>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// The maximum time that is added to <see cref="Delay"/>. The time for each request is between zero and this value, and is
    /// derived from <see cref="MapTilerEmulatorOptions.Seed"/>.
    /// </summary>
    /// <value>The default is zero.</value>
    public TimeSpan Jitter { get; init; }

    /// <summary>The status code of the response. With a status of 400 or more, the body is plain text unless <see cref="Body"/> is set.</summary>
    /// <value>The default is null: the status code that the response has without the fault.</value>
    public int? Status { get; init; }

    /// <summary>The body of the response, sent as UTF-8.</summary>
    /// <value>The default is null: the body that the response has without the fault, or plain text for an error.</value>
    public string? Body { get; init; }

    /// <summary>The header <c>Content-Type</c> of the response.</summary>
    /// <value>The default is null: the content type that the response has without the fault, or plain text for an error.</value>
    public string? ContentType { get; init; }

    /// <summary>The header <c>Retry-After</c> of the response as a number of seconds, rounded up.</summary>
    /// <value>The default is null: the fault does not set the header.</value>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The header <c>Retry-After</c> of the response as a date. Not used if <see cref="RetryAfter"/> is set.</summary>
    /// <value>The default is null: the fault does not set the header.</value>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>
    /// The header <c>Location</c> of the response, which has no body. The status code is 302 unless <see cref="Status"/> is set.
    /// </summary>
    /// <value>The default is null: no redirect.</value>
    public Uri? RedirectTo { get; init; }

    /// <summary>Whether the query of the request, including credentials, is appended to <see cref="RedirectTo"/>.</summary>
    /// <value>The default is false.</value>
    public bool EchoQuery { get; init; }

    /// <summary>Whether the response has no header <c>ETag</c>.</summary>
    /// <value>The default is false.</value>
    public bool OmitETag { get; init; }

    /// <summary>The maximum speed, in bytes per second and connection, at which the emulator reads a part of an upload.</summary>
    /// <value>The default is null: no maximum.</value>
    public int? UploadBytesPerSecond { get; init; }

    /// <summary>
    /// With <see cref="FaultDelivery.Reset"/>, the number of bytes of a part of an upload that the emulator reads before it resets
    /// the connection, so that the part is lost.
    /// </summary>
    /// <value>The default is null: the emulator reads and stores the whole part, so that only the response is lost.</value>
    public int? UploadedBytes { get; init; }

    /// <summary>How the response is sent.</summary>
    /// <value>The default is <see cref="FaultDelivery.Whole"/>.</value>
    public FaultDelivery Delivery { get; init; }

    /// <summary>
    /// The number of bytes of the body that <see cref="FaultDelivery.Truncated"/> and <see cref="FaultDelivery.Stalled"/> send in
    /// total, and that <see cref="FaultDelivery.Slow"/> sends at a time.
    /// </summary>
    /// <value>The default is 16.</value>
    public int SentBytes { get; init; } = 16;

    /// <summary>The time between two pieces of the body with <see cref="FaultDelivery.Slow"/>.</summary>
    /// <value>The default is one second.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>How the response to a request with a <see cref="Fault"/> is sent.</summary>
public enum FaultDelivery
{
    /// <summary>The response is sent completely.</summary>
    Whole,

    /// <summary>The connection is reset before any part of the response is sent.</summary>
    Reset,

    /// <summary>
    /// The headers declare the whole body, <see cref="Fault.SentBytes"/> of it are sent, and then the connection is closed.
    /// </summary>
    Truncated,

    /// <summary>
    /// The headers declare the whole body, <see cref="Fault.SentBytes"/> of it are sent, and then nothing until the client closes
    /// the connection.
    /// </summary>
    Stalled,

    /// <summary>
    /// The response is sent completely, <see cref="Fault.SentBytes"/> of the body at a time, with <see cref="Fault.Interval"/>
    /// between them.
    /// </summary>
    Slow,
}
