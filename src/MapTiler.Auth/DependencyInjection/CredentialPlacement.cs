using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace MapTiler;

/// <summary>
/// Wraps the primary handler of a client: below everything of the factory and of the user, so that no logger and no retry ever
/// sees the credential.
/// </summary>
internal static class CredentialPlacement
{
    public static void Wrap(IHttpClientBuilder builder, string account, Func<OptionsSource, ApiKeyProvider, Func<CredentialScope>> scope)
    {
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
        {
            var source = handlers.Services.GetRequiredKeyedService<OptionsSource>(account);
            var provider = handlers.Services.GetRequiredKeyedService<ApiKeyProvider>(account);
            handlers.PrimaryHandler = new UserAgentHandler(() => source.Current.UserAgent)
            {
                InnerHandler = new ConfiguredCredentialHandler(scope(source, provider)) { InnerHandler = handlers.PrimaryHandler },
            };
        }));
    }

    /// <summary>By key or signature, as the options say at the moment of the request.</summary>
    public static Func<CredentialScope> PublicApi(OptionsSource source, ApiKeyProvider provider) => Current(source, snapshot => new CredentialScope(
        snapshot.PublicApi,
        IsSigned(snapshot.Options, provider)
            ? new SignatureCredential(snapshot.Token)
            : new ApiKeyCredential(provider, source.Name, snapshot.Options.Origin)));

    /// <summary>By the service token in a header.</summary>
    public static Func<CredentialScope> ServiceApi(OptionsSource source, ApiKeyProvider provider) => Current(source, snapshot => new CredentialScope(
        snapshot.ServiceApi,
        new HeaderCredential(snapshot.Token)));

    // An application with a provider of its own has a key, also where the options have none.
    private static bool IsSigned(MapTilerOptions options, ApiKeyProvider provider) =>
        options.Authentication == MapTilerAuthentication.Signed || (options.IsSigned && provider is OptionsApiKeyProvider);

    private static Func<CredentialScope> Current(OptionsSource source, Func<OptionsSnapshot, CredentialScope> create)
    {
        var cache = new SnapshotCache<CredentialScope>(source, create);
        return () => cache.Current;
    }
}
