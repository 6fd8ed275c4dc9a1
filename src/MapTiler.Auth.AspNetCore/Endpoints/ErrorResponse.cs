using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Endpoints;

/// <summary>Sends an error as one line of plain text that no cache stores.</summary>
internal static class ErrorResponse
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
