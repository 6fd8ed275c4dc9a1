using Microsoft.Extensions.DependencyInjection;

namespace MapTiler;

/// <inheritdoc cref="IMapTilerBuilder"/>
internal sealed class MapTilerBuilder(string name, IServiceCollection services) : IMapTilerBuilder
{
    public string Name { get; } = name;

    public IServiceCollection Services { get; } = services;

    public IHttpClientBuilder HttpClientBuilder { get; } = services.AddHttpClient(ClientNames.PublicApi(name));

    public IHttpClientBuilder ServiceHttpClientBuilder { get; } = services.AddHttpClient(ClientNames.ServiceApi(name));

    public IHttpClientBuilder UploadHttpClientBuilder { get; } = services.AddHttpClient(ClientNames.Upload(name));
}
