using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// The credentials of an account and the settings of its requests, bound to the configuration section <c>MapTiler</c>
/// (<c>MapTiler:&lt;account&gt;</c> for a named account).
/// </summary>
/// <remarks>
/// If neither <see cref="ApiKey"/> nor <see cref="ServiceToken"/> is set, the environment variables <c>MAPTILER_API_KEY</c> and
/// <c>MAPTILER_SERVICE_TOKEN</c> are used, and only with them <c>MAPTILER_BASE_ADDRESS</c> and <c>MAPTILER_SERVICE_BASE_ADDRESS</c>, if the options have the default addresses. Secrets are trimmed, validated at start, and never printed by <see cref="ToString"/>, a debugger,
/// a JSON serializer, or a logger that reads public properties. See <see href="https://docs.maptiler.com/cloud/api/authentication/">Authentication</see> in the documentation of MapTiler.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MapTilerOptions
{
    /// <summary>The API key that this application sends. Store it in user secrets, the environment or a vault, not in the source code.</summary>
    /// <value>The default is <see langword="null"/>: no key.</value>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public MapTilerSecret? ApiKey { get; set; }

    /// <summary>The API key that is visible in browsers. It must differ from <see cref="ApiKey"/>, which the validation checks, and should be restricted to the origins of the pages.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public MapTilerSecret? BrowserApiKey { get; set; }

    /// <summary>The API keys by map id. The key of a map is used instead of <see cref="ApiKey"/>, so that the usage analytics separate the maps. Signed requests do not use it.</summary>
    /// <value>The default is an empty dictionary.</value>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, MapTilerSecret> MapApiKeys { get; } = new Dictionary<string, MapTilerSecret>(StringComparer.Ordinal);

    /// <summary>The service token, <c>keyid_secret</c>. It signs requests to api.maptiler.com, and is sent in a header to service.maptiler.com.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public MapTilerSecret? ServiceToken { get; set; }

    /// <summary>The authentication of requests to api.maptiler.com.</summary>
    /// <value>The default is <see cref="MapTilerAuthentication.Automatic"/>.</value>
    public MapTilerAuthentication Authentication { get; set; }

    /// <summary>The User-Agent header of every request, for a key that is restricted to a user agent: products and comments, such as <c>my-app/1.2 (contact)</c>.</summary>
    /// <value>The default is <see langword="null"/>: the name and version of the entry assembly and of this package.</value>
    public string? UserAgent { get; set; }

    /// <summary>
    /// Whether <see cref="UserAgent"/> replaces a User-Agent that a request already has. Some map controls and HTTP libraries, such as Mapsui and RestSharp, set one of their
    /// own, which a key that is restricted to your user agent does not accept.
    /// </summary>
    /// <value>The default is <see langword="false"/>: a User-Agent of the request is kept.</value>
    public bool ReplaceUserAgent { get; set; }

    /// <summary>The Origin header of requests with an API key, for a key that is restricted to origins, such as <c>https://example.com</c>.</summary>
    /// <value>The default is <see langword="null"/>: no such header.</value>
    public string? Origin { get; set; }

    /// <summary>The base URL of the public API: scheme, host, port and optionally a path. Credentials go only to URLs below it.</summary>
    /// <value>The default is <c>https://api.maptiler.com/</c>.</value>
    public Uri BaseAddress { get; set; } = MapTilerAddresses.PublicApi;

    /// <summary>The base URL of the Service API: scheme, host, port and optionally a path. The service token goes only to URLs below it.</summary>
    /// <value>The default is <c>https://service.maptiler.com/</c>.</value>
    public Uri ServiceBaseAddress { get; set; } = MapTilerAddresses.ServiceApi;

    /// <summary>Whether base addresses may use http beyond this machine, such as for an emulator in a container. Do not use it for the service itself.</summary>
    /// <value>The default is <see langword="false"/>: http is allowed for loopback addresses only.</value>
    public bool AllowInsecureBaseAddress { get; set; }

    /// <summary>Whether the application starts without a credential. Requests then fail with <see cref="MapTilerErrorReason.KeyMissing"/>.</summary>
    /// <value>The default is <see langword="false"/>: the validation at start fails.</value>
    public bool AllowMissingCredential { get; set; }

    internal void CopyTo(MapTilerOptions other)
    {
        other.ApiKey = ApiKey;
        other.BrowserApiKey = BrowserApiKey;
        other.MapApiKeys.Clear();
        foreach (var pair in MapApiKeys)
            other.MapApiKeys.Add(pair);
        other.ServiceToken = ServiceToken;
        other.Authentication = Authentication;
        other.UserAgent = UserAgent;
        other.ReplaceUserAgent = ReplaceUserAgent;
        other.Origin = Origin;
        other.BaseAddress = BaseAddress;
        other.ServiceBaseAddress = ServiceBaseAddress;
        other.AllowInsecureBaseAddress = AllowInsecureBaseAddress;
        other.AllowMissingCredential = AllowMissingCredential;
    }

    /// <summary>Returns the main options, with each secret replaced by <c>***</c>.</summary>
    public override string ToString() =>
        $"{nameof(MapTilerOptions)} {{ {nameof(ApiKey)} = {Mask(ApiKey)}, {nameof(BrowserApiKey)} = {Mask(BrowserApiKey)}, " +
        $"{nameof(ServiceToken)} = {Mask(ServiceToken)}, {nameof(Authentication)} = {Authentication}, {nameof(BaseAddress)} = {(BaseAddress is { IsAbsoluteUri: true } url ? url.GetLeftPart(UriPartial.Authority) : "***")} }}";

    private static string Mask(MapTilerSecret? secret) => secret is null ? "null" : "***";
}
