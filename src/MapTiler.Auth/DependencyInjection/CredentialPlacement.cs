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
    public static void Wrap(IHttpClientBuilder builder, string account, Func<AccountServices, Func<CredentialScope>> scopeOf)
    {
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
        {
            var services = handlers.Services.GetKeyedService<AccountServices>(account)
                ?? throw new InvalidOperationException($"There is no MapTiler account '{account}' for the client '{builder.Name}'. Register it: services.AddMapTiler(\"{account}\", options => ...).");
            var scope = scopeOf(services);
            handlers.PrimaryHandler = new UserAgentHandler(request => UserAgentOf(request, RequestState.Of(request)?.Scope ?? scope()))
            {
                InnerHandler = new ConfiguredCredentialHandler(scope) { InnerHandler = handlers.PrimaryHandler },
            };
        }));
    }

    private static string? UserAgentOf(HttpRequestMessage request, CredentialScope scope) =>
        request.RequestUri is { IsAbsoluteUri: true } uri && scope.Origin.Accepts(uri) ? scope.UserAgent : null;
}
