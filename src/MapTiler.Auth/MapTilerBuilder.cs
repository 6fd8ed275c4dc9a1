using Microsoft.Extensions.DependencyInjection;

namespace MapTiler;

/// <summary>Configures a MapTiler account that <c>services.AddMapTiler()</c> registered.</summary>
public sealed class MapTilerBuilder
{
    internal MapTilerBuilder(string account, IServiceCollection services)
    {
        (Account, Services) = (account, services);
        HttpClientBuilder = services.AddHttpClient(ClientNames.PublicApi(account));
        ServiceHttpClientBuilder = services.AddHttpClient(ClientNames.ServiceApi(account));
        UploadHttpClientBuilder = services.AddHttpClient(ClientNames.Upload(account));
    }

    /// <summary>The name of the account; empty for the default account.</summary>
    public string Account { get; }

    /// <summary>The services of the application, where the account is registered.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The builder of the <see cref="HttpClient"/> for api.maptiler.com, which is named <c>MapTiler</c> or <c>MapTiler:&lt;account&gt;</c>.</summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>The builder of the <see cref="HttpClient"/> for service.maptiler.com, which is named <c>MapTiler.Service</c> or <c>MapTiler.Service:&lt;account&gt;</c>.</summary>
    public IHttpClientBuilder ServiceHttpClientBuilder { get; }

    /// <summary>The builder of the <see cref="HttpClient"/> for the parts of uploads, whose requests have no credential. It is named <c>MapTiler.Upload</c> or
    /// <c>MapTiler.Upload:&lt;account&gt;</c>.</summary>
    public IHttpClientBuilder UploadHttpClientBuilder { get; }
}
