using System.Net;

namespace MapTiler.AspNetCore;

/// <summary>What a browser is told of an answer of MapTiler.</summary>
internal static class UpstreamStatus
{
    /// <summary>Why an answer cannot be handed on; <see langword="null"/> if it can.</summary>
    public static UpstreamException? FailureOf(HttpResponseMessage response, bool isConditional) => response.StatusCode switch
    {
        HttpStatusCode.NoContent => null,
        HttpStatusCode.NotModified when isConditional => null,
        HttpStatusCode.OK => FileTypes.IsFile(ContentType(response)) ? null : new(HttpStatusCode.BadGateway, "MapTiler answered with a type that no file of a map has. Does a proxy answer in its place?"),
        _ => Failure(response),
    };

    public static string? ContentType(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;

    /// <summary>The failure that an answer without a file is. Its body is not told: it could quote the credential.</summary>
    private static UpstreamException Failure(HttpResponseMessage response)
    {
        var status = response.StatusCode;
        var retryAfter = response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : null;
        return status switch
        {
            HttpStatusCode.Forbidden => new(status, "MapTiler refused the credential of the server. See its restrictions, quota and plan; a health check (AddHealthChecks().AddMapTiler()) tells more."),
            HttpStatusCode.TooManyRequests => new(status, "MapTiler answered that there were too many requests, or that the quota is spent.", retryAfter),
            HttpStatusCode.ServiceUnavailable => new(status, "MapTiler is not available.", retryAfter),
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.RequestUriTooLong => new(status, $"MapTiler answered {(int)status}."),
            _ => new(HttpStatusCode.BadGateway, $"MapTiler answered {(int)status}."),
        };
    }
}
