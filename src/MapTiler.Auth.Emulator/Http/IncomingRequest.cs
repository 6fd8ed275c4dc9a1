using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MapTiler.Emulator;

/// <summary>A request as the rules of the emulator look at it.</summary>
internal sealed class IncomingRequest
{
    public IncomingRequest(HttpContext context)
        : this(context, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)
    {
    }

    /// <summary>The same request for something else.</summary>
    public IncomingRequest(HttpContext context, string target)
    {
        Context = context;
        Target = RequestTarget.Parse(target);
    }

    public HttpContext Context { get; }

    public RequestTarget Target { get; }

    public string Method => Context.Request.Method;

    public IHeaderDictionary Headers => Context.Request.Headers;

    /// <summary>What links inside of an answer begin with.</summary>
    public string BaseUrl => $"http://{Context.Request.Host.Value}";

    /// <summary>What links inside of an answer end with.</summary>
    public string KeyQuery => $"?key={Uri.EscapeDataString(Target.Key ?? "")}";

    /// <summary>The URL that the caller must have signed, whatever name it reached the emulator by.</summary>
    public string AbsoluteUrl => Target.Raw.StartsWith('/') ? BaseUrl + Target.Raw : Target.Raw;
}
