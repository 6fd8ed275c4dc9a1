using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace MapTiler.DependencyInjection;

/// <summary>
/// Wraps the primary handler of a client, after all handlers of the factory and of the application, so that no logger and no retry
/// can read the credential.
/// </summary>
internal static class CredentialPlacement
{
    public static void Wrap(IHttpClientBuilder builder, string account, Func<Account, AccountApi> api) =>
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
        {
            var monitor = handlers.Services.GetKeyedService<AccountMonitor>(account)
                ?? throw new InvalidOperationException($"The client '{builder.Name}' uses the MapTiler account '{account}', which is not registered. Register it with services.AddMapTiler(\"{account}\", options => ...).");
            handlers.PrimaryHandler = new AccountHandler(() => api(monitor.Current).Credential) { InnerHandler = handlers.PrimaryHandler };
        }));

    private sealed class AccountHandler(Func<Credential> credential) : CredentialHandler(credential)
    {
        // The body is read here, so that a retry covers it.
        private protected override ValueTask<HttpResponseMessage> ReceiveAsync(HttpResponseMessage response, RequestState state, CancellationToken cancellationToken) =>
            state.IsBuffered && response.IsSuccessStatusCode ? BufferedContent.LoadAsync(response, cancellationToken) : base.ReceiveAsync(response, state, cancellationToken);
    }
}

/// <summary>Marks in the service collection that a client of the application is authenticated by an account.</summary>
internal sealed record AuthenticatedClient(string Name, string Account);
