using System.Net;

namespace MapTiler.Emulator;

/// <summary>The options of a <see cref="MapTilerEmulator"/>. They are read when the emulator starts.</summary>
public sealed class MapTilerEmulatorOptions
{
    /// <summary>The port that replaces <c>api.maptiler.com</c>; 0 for a free port.</summary>
    /// <value>The default is 0.</value>
    public int Port { get; set; }

    /// <summary>
    /// A prefix of the paths that replace <c>api.maptiler.com</c>, such as <c>/api</c> for a MapTiler Server or a gateway. Requests to
    /// other paths fail with 404.
    /// </summary>
    /// <value>The default is empty: no prefix.</value>
    /// <exception cref="ArgumentException">
    /// The value does not begin with a slash, ends with a slash, or contains an empty segment or a query.
    /// </exception>
    public string BasePath
    {
        get;
        set => field = value is "" || (value?.StartsWith('/') == true && !value.EndsWith('/') && !value.Contains("//", StringComparison.Ordinal) && !value.Contains('?', StringComparison.Ordinal))
            ? value
            : throw new ArgumentException("The base path must begin with a slash and not end with one. An example is '/api'.", nameof(value));
    } = "";

    /// <summary>The port that replaces <c>service.maptiler.com</c>; 0 for a free port.</summary>
    /// <value>The default is 0.</value>
    public int ServicePort { get; set; }

    /// <summary>The port to which clients send the parts of uploads; 0 for a free port.</summary>
    /// <value>The default is 0.</value>
    public int UploadPort { get; set; }

    /// <summary>
    /// The IP address to listen on. With an address that is not a loopback address, other computers in the network can reach the
    /// emulator.
    /// </summary>
    /// <value>The default is 127.0.0.1.</value>
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>
    /// Whether the emulator responds over HTTPS, by HTTP/2 to clients that support it, with <see cref="MapTilerEmulator.Certificate"/>. If
    /// false, it responds over HTTP/1.1 without TLS.
    /// </summary>
    /// <value>The default is false.</value>
    public bool UseHttps { get; set; }

    /// <summary>
    /// A string from which the emulator derives keys, the service token, and the random decisions of a <see cref="Fault"/>. The same
    /// seed always produces the same results.
    /// </summary>
    /// <value>The default is <c>maptiler-emulator</c>.</value>
    public string Seed { get; set; } = "maptiler-emulator";

    /// <summary>
    /// The clock for the journal, the Service API, the months of quotas, the weather, the header <c>Date</c>, <see cref="Latency"/>,
    /// and the delays of a <see cref="Fault"/>.
    /// </summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The minimum time between a request and its response. For a part of an upload, the time starts when the whole part has been
    /// received.
    /// </summary>
    /// <value>The default is zero.</value>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// The clients that can open the page at <c>/</c>, which shows a map, the names of the keys, and the most recent requests.
    /// </summary>
    /// <value>The default is <see cref="LandingPageAccess.LocalOnly"/>.</value>
    public LandingPageAccess LandingPage { get; set; }

    /// <summary>
    /// The status code for a key whose requests of the month are used up. MapTiler documents both 429 and, as for a suspended account,
    /// 403.
    /// </summary>
    /// <value>The default is 429.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 403 nor 429.</exception>
    public int QuotaStatus
    {
        get;
        set => field = value is 403 or 429 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The status of a used-up quota is 403 or 429.");
    } = 429;

    /// <summary>
    /// Whether the response 429 for a used-up quota has the header <c>Retry-After</c> with the number of seconds until the next month.
    /// </summary>
    /// <value>The default is false, because MapTiler does not document such a header.</value>
    public bool QuotaIncludesRetryAfter { get; set; }

    /// <summary>
    /// The maximum number of API keys in addition to the default key. The Service API rejects the creation of more keys. Keys that are
    /// added with <see cref="MapTilerEmulator.Add(EmulatedKey)"/> count, but are never rejected. The real maximum depends on the plan
    /// and is not published.
    /// </summary>
    /// <value>The default is 100.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxApiKeys
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }
    = 100;

    /// <summary>The maximum number of requests in the journal, at least 1. If there are more, the journal drops the oldest ones.</summary>
    /// <value>The default is 100,000.</value>
    public int JournalCapacity { get; set; } = 100_000;

    /// <summary>
    /// The approximate maximum size of the journal in memory, in bytes. If it is exceeded, the journal drops the oldest requests, but
    /// not the last one.
    /// </summary>
    /// <value>The default is 32 MiB.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public long JournalMaxBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = 32 * 1024 * 1024;

    /// <summary>
    /// The size in bytes of all parts of an upload except the last one. It is larger for files that would have more than 10,000 parts.
    /// </summary>
    /// <value>The default is 5 MiB.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int PartSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = 5 * 1024 * 1024;

    /// <summary>The time after which the URLs for the parts of an upload expire, in whole seconds.</summary>
    /// <value>The default is one hour.</value>
    public TimeSpan PartUrlLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether a request for the state of an upload that is not complete returns new URLs for its parts. If false, only the request
    /// that creates the upload returns URLs.
    /// </summary>
    /// <value>The default is false.</value>
    public bool RenewPartUrls { get; set; }

    /// <summary>
    /// The minimum time for the processing of an upload. The upload is completed when a client requests its state after this time.
    /// </summary>
    /// <value>The default is zero: the first request for the state completes the upload.</value>
    public TimeSpan ProcessingTime { get; set; }

    /// <summary>The maximum size of an uploaded file in bytes. The Service API rejects larger files.</summary>
    /// <value>The default is 5 GiB.</value>
    public long MaxUploadSize { get; set; } = 5L * 1024 * 1024 * 1024;

    /// <summary>
    /// Whether the response to a client that does not support <c>s3_multipart</c> contains the <c>upload_url</c> of older clients,
    /// although the emulator does not accept uploads at this URL. If false, the request fails with 400.
    /// </summary>
    /// <value>The default is false.</value>
    public bool OfferLegacyUpload { get; set; }
}

/// <summary>The clients that can open the landing page of a <see cref="MapTilerEmulator"/> at <c>/</c>.</summary>
public enum LandingPageAccess
{
    /// <summary>Browsers on the same computer that use the name <c>localhost</c> or a loopback address.</summary>
    LocalOnly,

    /// <summary>All clients that can reach the port. The page shows requests and the names of keys, but no secrets.</summary>
    Anyone,

    /// <summary>No clients. The response to <c>/</c> is the same as for other paths that do not exist.</summary>
    Disabled,
}
