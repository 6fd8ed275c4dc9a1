namespace MapTiler.Service;

/// <inheritdoc cref="IApiKeysClient"/>
internal sealed class ApiKeysClient(RequestSender sender) : IApiKeysClient
{
    private const string Path = "/v1/api_keys";

    public IAsyncEnumerable<ApiKey> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default)
    {
        Pages.CheckSize(pageSize);
        return Pages.ReadAsync<ApiKey>(Endpoints.ApiKeys, async (cursor, token) =>
        {
            var page = await sender.GetAsync(
                Endpoints.ApiKeys, urls => urls.ServiceList(Path, cursor, pageSize), ServiceJson.Parser(ServiceJson.Default.ApiKeyPage), token).ConfigureAwait(false);
            return ([.. page.Items.Select(item => item.ToKey(Endpoints.ApiKeys))], page.Cursor);
        }, cancellationToken);
    }

    public Task<ApiKey> GetAsync(Guid keyId, CancellationToken cancellationToken = default) =>
        KeyAsync(Endpoints.ApiKey, urls => urls.ServiceItem(Path + "/", keyId), content: null, cancellationToken);

    public Task<ApiKey> CreateAsync(ApiKeySettings settings, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(settings, nameof(settings));
        return KeyAsync(Endpoints.ApiKeyCreate, urls => urls.ServiceList(Path, null, null), settings.ToContent(nameof(settings)), cancellationToken);
    }

    public Task<ApiKey> UpdateAsync(Guid keyId, ApiKeySettings settings, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(settings, nameof(settings));
        return KeyAsync(Endpoints.ApiKeyChange, urls => urls.ServiceItem(Path + "/", keyId, "/change_settings"), settings.ToContent(nameof(settings)), cancellationToken);
    }

    public Task DeleteAsync(Guid keyId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.ApiKeyDelete, urls => urls.ServiceItem(Path + "/", keyId), ServiceJson.Ignore, cancellationToken);

    private async Task<ApiKey> KeyAsync(Endpoint endpoint, Func<MapTilerUrlBuilder, Uri> address, HttpContent? content, CancellationToken cancellationToken)
    {
        var body = await sender.SendAsync(endpoint, address, content, ServiceJson.Parser(ServiceJson.Default.ApiKeyBody), cancellationToken).ConfigureAwait(false);
        return body.ToKey(endpoint);
    }
}
