using Microsoft.Extensions.DependencyInjection;

namespace MapTiler;

/// <inheritdoc cref="IMapTilerBuilder"/>
internal sealed class MapTilerBuilder(string account, IServiceCollection services) : IMapTilerBuilder
{
    public string Account { get; } = account;

    public IServiceCollection Services { get; } = services;

    public IHttpClientBuilder HttpClientBuilder { get; } = services.AddHttpClient(ClientNames.PublicApi(account));

    public IHttpClientBuilder ServiceHttpClientBuilder { get; } = services.AddHttpClient(ClientNames.ServiceApi(account));

    public IHttpClientBuilder UploadHttpClientBuilder { get; } = services.AddHttpClient(ClientNames.Upload(account));
}
