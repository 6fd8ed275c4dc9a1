using System.Net.Http.Headers;
using MapTiler.AspNetCore.Cache;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>Transforms forwarded requests and responses: only the Accept headers and the conditions go to MapTiler, and only the file and the headers that describe it are returned.</summary>
internal sealed class FileTransformer(Uri url, CachePolicy cachePolicy) : HttpTransformer
{
    private static readonly string[] RequestHeaders = [HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince];
    private static readonly string[] ResponseHeaders = [HeaderNames.ETag, HeaderNames.Vary, HeaderNames.Age, HeaderNames.Date];
    private static readonly string[] ContentHeaders = [HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentLength, HeaderNames.LastModified, HeaderNames.Expires];

    /// <summary>The error if MapTiler did not return a file.</summary>
    public UpstreamException? Failure { get; private set; }

    public override ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        proxyRequest.RequestUri = url;
        proxyRequest.Method = HttpMethod.Get; // MapTiler does not document HEAD
        foreach (var name in RequestHeaders)
        {
            if (httpContext.Request.Headers.TryGetValue(name, out var value))
                proxyRequest.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
        }

        return default;
    }

    public override ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null)
            return new(false);

        httpContext.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = null;
        Failure = UpstreamErrors.FromResponse(proxyResponse, isConditional: true);
        if (Failure is not null)
            return new(false);

        var headers = httpContext.Response.Headers;
        Copy(proxyResponse.Headers.NonValidated, ResponseHeaders, headers);
        Copy(proxyResponse.Content.Headers.NonValidated, ContentHeaders, headers);
        headers.CacheControl = cachePolicy.GetCacheControl(httpContext, proxyResponse.Headers.NonValidated.TryGetValues(HeaderNames.CacheControl, out var cacheControl) ? cacheControl.ToString() : null);
        headers.XContentTypeOptions = "nosniff";
        return new(!HttpMethods.IsHead(httpContext.Request.Method));
    }

    public override ValueTask TransformResponseTrailersAsync(HttpContext httpContext, HttpResponseMessage proxyResponse, CancellationToken cancellationToken) => default;

    private static void Copy(HttpHeadersNonValidated source, string[] names, IHeaderDictionary target)
    {
        foreach (var name in names)
        {
            if (source.TryGetValues(name, out var values))
                target.Append(name, values.ToString());
        }
    }
}
