using System.Net;

namespace MapTiler.Tests;

public class MapTilerExceptionTests
{
    [Fact]
    public void MapTilerException_of_a_response_has_reason_and_status()
    {
        var cause = new TimeoutException("late");
        var error = new MapTilerException(MapTilerErrorReason.RateLimited, "Too many calls.", HttpStatusCode.TooManyRequests, cause)
        {
            Endpoint = "/geocoding/{query}.json",
            RetryAfter = TimeSpan.FromSeconds(5),
            ResponseExcerpt = "slow down",
        };

        Assert.Equal((MapTilerErrorReason.RateLimited, HttpStatusCode.TooManyRequests), (error.Reason, error.StatusCode));
        Assert.Equal(("/geocoding/{query}.json", TimeSpan.FromSeconds(5), "slow down"), (error.Endpoint, error.RetryAfter, error.ResponseExcerpt));
        Assert.Equal(("Too many calls.", cause), (error.Message, error.InnerException));
    }

    [Fact]
    public void MapTilerException_without_a_response_has_no_status()
    {
        HttpRequestException error = new MapTilerException(MapTilerErrorReason.Timeout, "late");

        Assert.Null(((MapTilerException)error).StatusCode);
        Assert.Null(error.StatusCode);
    }

    [Fact]
    public void MapTilerException_IsTransient_is_true_for_failures_that_can_pass()
    {
        var reasons = Enum.GetValues<MapTilerErrorReason>();

        Assert.Equal(
            ["ConnectionFailed", "RateLimited", "ServerError", "Timeout"],
            reasons.Where(reason => new MapTilerException(reason, "").IsTransient).Select(reason => reason.ToString()).Order(StringComparer.Ordinal));
    }
}
