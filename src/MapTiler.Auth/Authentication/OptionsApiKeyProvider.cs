namespace MapTiler.Authentication;

/// <summary>The keys of the options: the one of the map, else the one of the application.</summary>
internal sealed class OptionsApiKeyProvider(MapTilerOptions options) : ApiKeyProvider
{
    public override ValueTask<string> GetApiKeyAsync(ApiKeyContext context, CancellationToken cancellationToken) =>
        options.MapApiKeys.Count > 0 && context.MapId is { } mapId && options.MapApiKeys.TryGetValue(mapId, out var key)
            ? new(key)
            : new(options.ApiKey ?? "");
}
