using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace MapTiler.AspNetCore;

/// <summary>What goes upstream: our address, what the caller accepts and knows. What comes back: a file and what describes it.</summary>
internal sealed class FileTransformer(Uri address, CachePolicy cachePolicy) : HttpTransformer
{
    private static readonly string[] Asked = [HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince];
    private static readonly string[] Told = [HeaderNames.ETag, HeaderNames.Vary, HeaderNames.Age, HeaderNames.Date];
    private static readonly string[] ToldOfContent = [HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentLength, HeaderNames.LastModified, HeaderNames.Expires];

    /// <summary>Why there is no file to hand back.</summary>
    public UpstreamException? Failure { get; private set; }

    public override ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        proxyRequest.RequestUri = address;
        proxyRequest.Method = HttpMethod.Get; // HEAD is not documented upstream
        foreach (var name in Asked)
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
        Failure = UpstreamStatus.FailureOf(proxyResponse, isConditional: true);
        if (Failure is not null)
            return new(false);

        var headers = httpContext.Response.Headers;
        Copy(proxyResponse.Headers.NonValidated, Told, headers);
        Copy(proxyResponse.Content.Headers.NonValidated, ToldOfContent, headers);
        headers.CacheControl = cachePolicy.Of(httpContext, proxyResponse.Headers.NonValidated.TryGetValues(HeaderNames.CacheControl, out var cacheControl) ? cacheControl.ToString() : null);
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
