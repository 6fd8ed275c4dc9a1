using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>Says in a line of text why there is no answer. No cache keeps it.</summary>
internal static class Refusals
{
    public static Task WriteAsync(HttpContext context, int status, string reason)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentType = "text/plain; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.WriteAsync(reason, context.RequestAborted);
    }
}
