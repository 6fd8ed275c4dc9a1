namespace MapTiler.Emulator;

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
