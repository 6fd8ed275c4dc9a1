using MapTiler.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler;

/// <summary>Asks the provider of the application in a scope of its own, since a pooled handler must not keep scoped services.</summary>
internal sealed class ScopedApiKeyProvider<T>(IServiceScopeFactory scopes) : ApiKeyProvider
    where T : ApiKeyProvider
{
    public override async ValueTask<string> GetApiKeyAsync(ApiKeyContext context, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await scope.ServiceProvider.GetRequiredService<T>().GetApiKeyAsync(context, cancellationToken).ConfigureAwait(false);
    }
}
