using System.Diagnostics;
using System.Text;
using System.Text.Json.Serialization;

namespace MapTiler.Emulator;

/// <summary>An API key that a <see cref="MapTilerEmulator"/> knows, with the restrictions that it carries.</summary>
/// <remarks>
/// Restrictions are those of MapTiler's console, see
/// <see href="https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-protect-your-map-key/"/>.
/// With both kinds set, a request has to meet both. Signed requests are never restricted.
/// Name, description and restrictions change when the Service API changes them.
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
    /// <param name="key">The key as callers send it. Any text but the empty one.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty or white space.</exception>
    public EmulatedKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        Key = key;
        Bytes = Encoding.UTF8.GetBytes(key);
        Id = AccountIds.Derive(Bytes);
    }

    /// <summary>What the Service API calls the key.</summary>
    public Guid Id { get; }

    /// <summary>The key as callers send it.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Key { get; }

    /// <summary>What the journal calls this key, see <see cref="RecordedRequest.KeyName"/>.</summary>
    /// <value>The default is <c>unnamed</c>.</value>
    public string Name
    {
        get => _settings.Name;
        init => _settings = _settings with { Name = value };
    }

    /// <summary>What the key is for, as the Service API shows it.</summary>
    /// <value>The default is null.</value>
    public string? Description
    {
        get => _settings.Description;
        init => _settings = _settings with { Description = value };
    }

    /// <summary>
    /// Domains whose pages may use the key: <c>example.com</c>; <c>*.example.com</c> for its subdomains of any depth
    /// but not itself; <c>?</c> for callers that send neither <c>Origin</c> nor <c>Referer</c>. Empty admits everybody.
    /// </summary>
    /// <value>The default is empty.</value>
    /// <exception cref="ArgumentException">A rule is empty or holds a scheme, a port, a path or white space.</exception>
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

    /// <summary>A text that has to occur in the caller's <c>User-Agent</c>, case and all; null admits every caller.</summary>
    /// <value>The default is null.</value>
    public string? UserAgent
    {
        get => _settings.UserAgent;
        init => _settings = _settings with { UserAgent = value };
    }

    /// <summary>Whether the key works. May be changed while the emulator runs; counts from the next request on.</summary>
    /// <value>The default is <see cref="EmulatedKeyStatus.Active"/>.</value>
    public EmulatedKeyStatus Status
    {
        get => _status;
        set => _status = value;
    }

    /// <summary>The plan of the account. May be changed while the emulator runs.</summary>
    /// <value>The default is <see cref="EmulatedPlan.Paid"/>.</value>
    public EmulatedPlan Plan
    {
        get => _plan;
        set => _plan = value;
    }

    /// <summary>
    /// How many requests of the price list a calendar month (UTC) has: the quota of a free plan, or the spending limit of a
    /// paid one. The call that reaches it is answered, the next one is refused; see <see cref="MapTilerEmulatorOptions.QuotaStatus"/>.
    /// Null sets no limit.
    /// </summary>
    /// <value>The default is null.</value>
    public long? RequestLimit
    {
        get => Volatile.Read(ref _limit) is var limit && limit < 0 ? null : limit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
            Volatile.Write(ref _limit, value ?? NoLimit);
        }
    }

    /// <summary>The key that every account starts with. It can be neither restricted nor deleted.</summary>
    internal bool IsDefault { get; init; }

    internal byte[] Bytes { get; }

    /// <summary>What the Service API changes, all at once.</summary>
    internal KeySettings Settings
    {
        get => _settings;
        set => _settings = value;
    }

    internal RequestAccount Account { get; } = new();

    /// <summary>The name of the key, never the key.</summary>
    public override string ToString() => Name;
}
