using System.Reflection;

namespace MapTiler.Authentication;

/// <summary>Validated options and what was made of them once, so that a request only reads.</summary>
internal sealed class OptionsSnapshot
{
    public OptionsSnapshot(MapTilerOptions options)
    {
        Options = options;
        Token = options.ServiceToken is { } token ? ServiceToken.Parse(token) : null;
        PublicApi = new TrustedOrigin(options.BaseAddress, options.AllowInsecureBaseAddress, nameof(options.BaseAddress));
        ServiceApi = new TrustedOrigin(options.ServiceBaseAddress, options.AllowInsecureBaseAddress, nameof(options.ServiceBaseAddress));
        UserAgent = options.UserAgent ?? UserAgentText.Default(Assembly.GetEntryAssembly());
    }

    public MapTilerOptions Options { get; }

    public ServiceToken? Token { get; }

    public TrustedOrigin PublicApi { get; }

    public TrustedOrigin ServiceApi { get; }

    public string UserAgent { get; }
}
