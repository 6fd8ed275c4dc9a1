using System.Net;

namespace MapTiler.Tests;

public class MapTilerExceptionTests
{
    [Fact]
    public void A_failure_says_why_and_with_which_status()
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
    public void Without_an_answer_there_is_no_status()
    {
        HttpRequestException error = new MapTilerException(MapTilerErrorReason.Timeout, "late");

        Assert.Null(((MapTilerException)error).StatusCode);
        Assert.Null(error.StatusCode);
    }

    [Fact]
    public void Reasons_are_open_and_compare_by_their_name()
    {
        Assert.Equal(MapTilerErrorReason.KeyInvalid, new MapTilerErrorReason("KeyInvalid"));
        Assert.NotEqual(MapTilerErrorReason.KeyInvalid, new MapTilerErrorReason("Later"));
        Assert.All(
            typeof(MapTilerErrorReason).GetProperties().Where(p => p.PropertyType == typeof(MapTilerErrorReason)),
            p => Assert.Equal(p.Name, p.GetValue(null)!.ToString()));
    }

    [Fact]
    public void MapTilerErrorReason_of_an_empty_string_equals_the_default() => Assert.Equal(default, new MapTilerErrorReason(""));
}
