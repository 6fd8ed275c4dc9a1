using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore;

/// <summary>Turns a <see cref="MapTilerException"/> of an endpoint of the application into problem details.</summary>
internal sealed class MapTilerExceptionHandler(IProblemDetailsService problems, ILoggerFactory loggers) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not MapTilerException failure)
            return false;

        var (status, title) = Describe(failure.Reason);
        httpContext.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable && failure.RetryAfter is { } delay)
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        // The message is for the operator: it contains advice about credentials.
        if (status >= StatusCodes.Status500InternalServerError)
            Log.RequestFailed(loggers.CreateLogger(Log.Category), failure.Message);
        // It writes nothing if the client does not accept JSON. The status is the response then.
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails = { Status = status, Title = title, Extensions = { ["reason"] = failure.Reason.ToString() } },
        }).ConfigureAwait(false);
        return true;
    }

    private static (int Status, string Title) Describe(MapTilerErrorReason reason) => reason switch
    {
        MapTilerErrorReason.InvalidRequest => (StatusCodes.Status400BadRequest, "MapTiler rejected the parameters of the request."),
        MapTilerErrorReason.UriTooLong => (StatusCodes.Status400BadRequest, "The request contains too much data."),
        MapTilerErrorReason.NotFound => (StatusCodes.Status404NotFound, "The map data does not exist."),
        MapTilerErrorReason.Gone => (StatusCodes.Status410Gone, "The map data does not exist any more."),
        MapTilerErrorReason.RateLimited or MapTilerErrorReason.QuotaExceeded => (StatusCodes.Status503ServiceUnavailable, "The map service is not available at the moment."),
        MapTilerErrorReason.Timeout => (StatusCodes.Status504GatewayTimeout, "The map service did not respond in time."),
        MapTilerErrorReason.KeyMissing or MapTilerErrorReason.KeyInvalid or MapTilerErrorReason.SignatureInvalid or MapTilerErrorReason.Forbidden =>
            (StatusCodes.Status500InternalServerError, "The map service is not configured correctly."),
        _ => (StatusCodes.Status502BadGateway, "The map service failed."),
    };
}
