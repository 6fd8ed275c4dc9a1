using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// The credentials of an account and how to use them; bound to the section <c>MapTiler</c> of the configuration
/// (<c>MapTiler:&lt;name&gt;</c> for a named account).
/// </summary>
/// <remarks>
/// Without a key in the configuration the environment variables <c>MAPTILER_API_KEY</c> and <c>MAPTILER_SERVICE_TOKEN</c> count.
/// Secrets are trimmed, checked at start, and never printed: neither by <see cref="ToString"/> nor by a debugger nor as JSON.
/// See <see href="https://docs.maptiler.com/cloud/api/authentication/">the authentication of MapTiler</see>.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MapTilerOptions
{
    /// <summary>The key that this application sends. Keep it out of the source: user secrets, environment or a vault.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>The key that pages in a browser get to see: another one than <see cref="ApiKey"/>, restricted to their origins.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? BrowserApiKey { get; set; }

    /// <summary>Keys by map id, used instead of <see cref="ApiKey"/> for that map, so that the analytics tell maps apart. Not used where requests are signed.</summary>
    /// <value>The default is empty.</value>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> MapApiKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A service token, <c>keyid_secret</c>: signs calls to api.maptiler.com and identifies those to service.maptiler.com.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ServiceToken { get; set; }

    /// <summary>Which of the credentials calls to api.maptiler.com use.</summary>
    /// <value>The default is <see cref="MapTilerAuthentication.Automatic"/>.</value>
    public MapTilerAuthentication Authentication { get; set; }

    /// <summary>The User-Agent of every call, for a key that is restricted to one: products and comments, such as <c>my-app/1.2 (contact)</c>.</summary>
    /// <value>The default is the name and version of the entry assembly and of this library.</value>
    public string? UserAgent { get; set; }

    /// <summary>The Origin header of every call, for a key that is restricted to origins, such as <c>https://example.com</c>.</summary>
    /// <value>The default is <see langword="null"/>: no such header.</value>
    public string? Origin { get; set; }

    /// <summary>The base URL of the public API: scheme, host, port and optionally a path. Credentials go only to URLs below it.</summary>
    /// <value>The default is <c>https://api.maptiler.com/</c>.</value>
    public Uri BaseAddress { get; set; } = MapTilerAddresses.PublicApi;

    /// <summary>The base URL of the Service API: scheme, host, port and optionally a path. The service token goes only to URLs below it.</summary>
    /// <value>The default is <c>https://service.maptiler.com/</c>.</value>
    public Uri ServiceBaseAddress { get; set; } = MapTilerAddresses.ServiceApi;

    /// <summary>Allows base addresses with http beyond this machine, for an emulator in a container. Never for MapTiler itself.</summary>
    /// <value>The default is <see langword="false"/>: http only to the loopback.</value>
    public bool AllowInsecureBaseAddress { get; set; }

    /// <summary>Lets the application start without a credential; calls then fail with <see cref="MapTilerErrorReason.KeyMissing"/>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
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
        other.Origin = Origin;
        other.BaseAddress = BaseAddress;
        other.ServiceBaseAddress = ServiceBaseAddress;
        other.AllowInsecureBaseAddress = AllowInsecureBaseAddress;
        other.AllowMissingCredential = AllowMissingCredential;
    }

    /// <summary>The options with each secret as <c>***</c>.</summary>
    public override string ToString() =>
        $"{nameof(MapTilerOptions)} {{ {nameof(ApiKey)} = {Mask(ApiKey)}, {nameof(BrowserApiKey)} = {Mask(BrowserApiKey)}, " +
        $"{nameof(ServiceToken)} = {Mask(ServiceToken)}, {nameof(Authentication)} = {Authentication}, {nameof(BaseAddress)} = {BaseAddress} }}";

    private static string Mask(string? secret) => secret is null ? "null" : "***";
}
