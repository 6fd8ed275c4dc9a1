using System.Diagnostics;
using System.Text;
using System.Text.Json.Serialization;
using MapTiler.Emulator.Authentication;

namespace MapTiler.Emulator;

/// <summary>An API key that a <see cref="MapTilerEmulator"/> accepts, with its restrictions.</summary>
/// <remarks>
/// The restrictions are those of MapTiler Cloud, see
/// <see href="https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-protect-your-map-key/"/>. If both origins and a user
/// agent are set, a request must meet both restrictions. Restrictions do not apply to signed requests. Calls of the Service API can
/// change the name, the description and the restrictions.
/// </remarks>
[DebuggerDisplay("{Name,nq}")]
public sealed class EmulatedKey
{
    private const long NoLimit = -1;

    private volatile KeySettings _settings = new("unnamed", null, [], null);
    private volatile EmulatedKeyStatus _status;
    private volatile EmulatedPlan _plan;
    private long _limit = NoLimit;

    /// <summary>Creates a key without restrictions.</summary>
    /// <param name="key">The value that clients send as the query parameter <c>key</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty or white space.</exception>
    public EmulatedKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        Key = key;
        Bytes = Encoding.UTF8.GetBytes(key);
        Id = AccountIds.Derive(Bytes);
    }

    /// <summary>The id of the key in the Service API. It is derived from <see cref="Key"/>.</summary>
    public Guid Id { get; }

    /// <summary>The value that clients send as the query parameter <c>key</c>.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Key { get; }

    /// <summary>The name of the key in the Service API and in <see cref="RecordedRequest.KeyName"/>.</summary>
    /// <value>The default is <c>unnamed</c>.</value>
    public string Name
    {
        get => _settings.Name;
        init => _settings = _settings with { Name = value };
    }

    /// <summary>The description of the key in the Service API.</summary>
    /// <value>The default is null: no description.</value>
    public string? Description
    {
        get => _settings.Description;
        init => _settings = _settings with { Description = value };
    }

    /// <summary>
    /// The domains of the pages that can use the key: <c>example.com</c> allows that domain, <c>*.example.com</c> all of its
    /// subdomains but not the domain, and <c>?</c> clients that send neither <c>Origin</c> nor <c>Referer</c>.
    /// </summary>
    /// <value>The default is empty: all clients can use the key.</value>
    /// <exception cref="ArgumentException">A rule is empty or contains a scheme, a port, a path or white space.</exception>
    public IReadOnlyList<string> Origins
    {
        get => _settings.Origins;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (var rule in value)
                OriginRules.Validate(rule);
            _settings = _settings with { Origins = [.. value] };
        }
    }

    /// <summary>A string that the header <c>User-Agent</c> of a request must contain. The comparison is case-sensitive.</summary>
    /// <value>The default is null: all clients can use the key.</value>
    public string? UserAgent
    {
        get => _settings.UserAgent;
        init => _settings = _settings with { UserAgent = value };
    }

    /// <summary>The status of the key. A change applies from the next request on.</summary>
    /// <value>The default is <see cref="EmulatedKeyStatus.Active"/>.</value>
    public EmulatedKeyStatus Status
    {
        get => _status;
        set => _status = value;
    }

    /// <summary>The plan of the account. A change applies from the next request on.</summary>
    /// <value>The default is <see cref="EmulatedPlan.Paid"/>.</value>
    public EmulatedPlan Plan
    {
        get => _plan;
        set => _plan = value;
    }

    /// <summary>
    /// The maximum number of requests in a calendar month (UTC), counted as in MapTiler's price list. The call that reaches the limit
    /// still succeeds; the next one fails with <see cref="MapTilerEmulatorOptions.QuotaStatus"/>.
    /// </summary>
    /// <value>The default is null: no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? RequestLimit
    {
        get => Volatile.Read(ref _limit) is var limit && limit < 0 ? null : limit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
            Volatile.Write(ref _limit, value ?? NoLimit);
        }
    }

    /// <summary>Whether this is the key that every account has from the start, which can be neither restricted nor deleted.</summary>
    internal bool IsDefault { get; init; }

    internal byte[] Bytes { get; }

    /// <summary>The settings that a call of the Service API replaces together.</summary>
    internal KeySettings Settings
    {
        get => _settings;
        set => _settings = value;
    }

    internal RequestAccount Account { get; } = new();

    /// <summary>Returns the name of the key, but not the key itself.</summary>
    public override string ToString() => Name;
}

/// <summary>The status of an <see cref="EmulatedKey"/>.</summary>
public enum EmulatedKeyStatus
{
    /// <summary>Requests with the key are accepted.</summary>
    Active,

    /// <summary>The plan of the account has expired. Requests fail with 403, like requests with an unknown key.</summary>
    Suspended,

    /// <summary>The quota of the month is used up. Requests fail with <see cref="MapTilerEmulatorOptions.QuotaStatus"/>.</summary>
    QuotaExceeded,
}

/// <summary>The plan of the account to which an <see cref="EmulatedKey"/> belongs.</summary>
public enum EmulatedPlan
{
    /// <summary>All services are available.</summary>
    Paid,

    /// <summary>
    /// Requests for static maps and for raster tiles of custom maps fail with 403. The response is an image with the reason, which is
    /// in the header <c>statustext</c> too.
    /// </summary>
    Free,
}
