using Microsoft.Extensions.DependencyInjection;

namespace MapTiler;

/// <summary>Configures one MapTiler account after <c>services.AddMapTiler()</c>.</summary>
public interface IMapTilerBuilder
{
    /// <summary>The name of the account; empty for the default one.</summary>
    string Name { get; }

    /// <summary>The services of the application.</summary>
    IServiceCollection Services { get; }

    /// <summary>The <see cref="HttpClient"/> for api.maptiler.com, named <c>MapTiler</c> or <c>MapTiler:&lt;name&gt;</c>.</summary>
    IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>The <see cref="HttpClient"/> for service.maptiler.com, named <c>MapTiler.Service</c> or <c>MapTiler.Service:&lt;name&gt;</c>.</summary>
    IHttpClientBuilder ServiceHttpClientBuilder { get; }

    /// <summary>The <see cref="HttpClient"/> for the parts of uploads, which carry no credential, named <c>MapTiler.Upload</c> or <c>MapTiler.Upload:&lt;name&gt;</c>.</summary>
    IHttpClientBuilder UploadHttpClientBuilder { get; }
}
