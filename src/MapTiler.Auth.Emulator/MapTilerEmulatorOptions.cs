using System.Net;

namespace MapTiler.Emulator;

/// <summary>How a <see cref="MapTilerEmulator"/> is started.</summary>
public sealed class MapTilerEmulatorOptions
{
    /// <summary>The port that stands in for <c>api.maptiler.com</c>; 0 takes a free one.</summary>
    /// <value>The default is 0.</value>
    public int Port { get; set; }

    /// <summary>The path prefix of the API, such as <c>/api</c> for a MapTiler Server or a gateway. Other paths are not found.</summary>
    /// <value>The default is empty: the API is at the root.</value>
    /// <exception cref="ArgumentException">The value does not begin with a slash, or it ends with one or contains an empty segment.</exception>
    public string BasePath
    {
        get;
        set => field = value is "" || (value?.StartsWith('/') == true && !value.EndsWith('/') && !value.Contains("//", StringComparison.Ordinal) && !value.Contains('?', StringComparison.Ordinal))
            ? value
            : throw new ArgumentException("The base path begins with a slash and does not end with one, such as '/api'.", nameof(value));
    } = "";

    /// <summary>The port that stands in for <c>service.maptiler.com</c>; 0 takes a free one.</summary>
    /// <value>The default is 0.</value>
    public int ServicePort { get; set; }

    /// <summary>The port that the parts of uploads are sent to; 0 takes a free one.</summary>
    /// <value>The default is 0.</value>
    public int UploadPort { get; set; }

    /// <summary>The address to listen on. Anything but loopback opens the emulator to the network.</summary>
    /// <value>The default is 127.0.0.1.</value>
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>What keys, the service token and the chances of a <see cref="Fault"/> are derived from; the same seed gives the same ones.</summary>
    /// <value>The default is the same in every process.</value>
    public string Seed { get; set; } = "maptiler-emulator";

    /// <summary>The clock of everything: journal, Service API, months of a quota, weather, header <c>Date</c>, <see cref="Latency"/>, delays of a <see cref="Fault"/>.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long every response takes from the arrival of its request, for a part of an upload from its end, if making it does not take longer.</summary>
    /// <value>The default is zero.</value>
    public TimeSpan Latency { get; set; }

    /// <summary>Who may look at the page at <c>/</c>, with a map, the names of the keys and the last requests.</summary>
    /// <value>The default is <see cref="LandingPageAccess.LocalOnly"/>.</value>
    public LandingPageAccess LandingPage { get; set; }

    /// <summary>What a key gets whose requests of this month are used up: sources name 429 and, like for a suspended account, 403.</summary>
    /// <value>The default is 429.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 403 nor 429.</exception>
    public int QuotaStatus
    {
        get;
        set => field = value is 403 or 429 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A used-up quota is 403 or 429.");
    } = 429;

    /// <summary>Whether a 429 for a used-up quota has a <c>Retry-After</c>, in seconds until the next month.</summary>
    /// <value>The default is false: the service documents no such header.</value>
    public bool QuotaIncludesRetryAfter { get; set; }

    /// <summary>
    /// The maximum number of keys beside the default key. The Service API rejects a creation beyond it; keys that are added in
    /// code count, but are never rejected. The real number depends on the plan and is not published.
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

    /// <summary>How many requests the journal keeps; beyond it the oldest are dropped.</summary>
    /// <value>The default is 100,000.</value>
    public int JournalCapacity { get; set; } = 100_000;

    /// <summary>
    /// About how many bytes of memory the requests in the journal take; beyond it the oldest are dropped, also where
    /// <see cref="JournalCapacity"/> leaves room. The last request always stays.
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

    /// <summary>The size of the parts of an upload in bytes, but for its last one. Very large files get larger ones.</summary>
    /// <value>The default is 5 MiB.</value>
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

    /// <summary>How long parts can be sent to the URLs that an ingest answers, in whole seconds.</summary>
    /// <value>The default is one hour.</value>
    public TimeSpan PartUrlLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Whether who asks for an ingest whose parts are awaited gets new URLs for them. Otherwise only its creation tells them.</summary>
    /// <value>The default is false.</value>
    public bool RenewPartUrls { get; set; }

    /// <summary>How long an upload is processed; it is completed for who asks after that.</summary>
    /// <value>The default is zero: the first question finds it completed.</value>
    public TimeSpan ProcessingTime { get; set; }

    /// <summary>The size in bytes beyond which a file is refused.</summary>
    /// <value>The default is 5 GiB.</value>
    public long MaxUploadSize { get; set; } = 5L * 1024 * 1024 * 1024;

    /// <summary>
    /// Whether a caller that does not support <c>s3_multipart</c> gets the <c>upload_url</c> of older clients, to which
    /// nothing can be sent here. Otherwise it is refused.
    /// </summary>
    /// <value>The default is false.</value>
    public bool OfferLegacyUpload { get; set; }
}
