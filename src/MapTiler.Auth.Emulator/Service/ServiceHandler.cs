using System.Text;
using MapTiler.Emulator.Authentication;
using MapTiler.Emulator.Hosting;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.Service.Analytics;
using MapTiler.Emulator.Service.ApiKeys;
using MapTiler.Emulator.Service.Datasets;
using MapTiler.Emulator.Service.Tilesets;

namespace MapTiler.Emulator.Service;

/// <summary>Replaces service.maptiler.com.</summary>
internal sealed class ServiceHandler(CredentialStore credentials, ServiceRoute[] routes) : RequestHandler
{
    private const string Scheme = "Token ";

    private static readonly Response Unauthorized = new ServiceException(401, "authentication", "A valid service token is required.").ToResponse();

    public override AuthorizationResult Authorize(IncomingRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.Ordinal)
            ? credentials.FindToken(Encoding.UTF8.GetBytes(header[Scheme.Length..]))
            : null;
        return new(token?.Name, token is null ? Unauthorized : null, CredentialId: token?.AccountId);
    }

    public override async ValueTask<Response> RespondAsync(IncomingRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await RouteAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException error)
        {
            return error.ToResponse();
        }
    }

    private ValueTask<Response> RouteAsync(IncomingRequest request, CancellationToken cancellationToken)
    {
        var allowed = new List<string>();
        foreach (var route in routes)
        {
            if (route.Path.Match(request.Target.Path) is not { } values)
                continue;
            if (route.Method == request.Method)
                return route.RespondAsync(new(request, values["id"].Value), cancellationToken);
            allowed.Add(route.Method);
        }

        if (allowed.Count == 0)
            throw ServiceException.NotFound();
        var response = new ServiceException(405, "method_not_allowed", "The resource does not support this method.").ToResponse();
        return new(response with { Allow = string.Join(", ", allowed.Distinct()) });
    }
}

/// <summary>The routes of service.maptiler.com.</summary>
internal static class ServiceRoutes
{
    public static ServiceRoute[] Of(ServiceAccount account, RequestJournal journal, PartUrls partUrls, TimeProvider time) =>
    [
        .. new ApiKeyService(account.Keys).Routes,
        .. new AnalyticsService(journal, account.Keys, time).Routes,
        .. new TilesetService(account.Tilesets).Routes,
        .. new DatasetService(account.Ingests, partUrls).Routes,
    ];
}

/// <summary>Everything that the Service API manages.</summary>
internal sealed record ServiceAccount(AccountKeys Keys, AccountTilesets Tilesets, Ingests Ingests)
{
    public static ServiceAccount Create(
        MapTilerEmulatorOptions options, AccountKeys keys, Catalogs catalogs, UploadList uploads, UploadFolder folder)
    {
        var tilesets = new AccountTilesets(catalogs.Tilesets);
        var publisher = new IngestPublisher(tilesets, catalogs.Datasets);
        return new(keys, tilesets, new(IngestRules.Of(options), publisher, uploads, folder, options.TimeProvider));
    }
}
