using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Service;

/// <summary>That at every moment of a rotation a key is in use, whatever fails.</summary>
public sealed class ApiKeyRotationTests
{
    private static readonly Guid Old = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-000000000001");
    private static readonly Guid New = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-000000000002");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_old_key_holds_until_the_grace_period_is_over()
    {
        var time = new PassingTimeProvider();
        IReadOnlyList<double>? waited = null;
        var wire = new ServiceWire(request =>
        {
            if (request.Method == "DELETE")
                waited = time.Waits;
            return Answer(request);
        });
        using var services = wire.Services();

        var made = await services.Service().ApiKeys.RotateAsync(Old, (_, _) =>
        {
            Assert.Empty(time.Waits);
            return Task.CompletedTask;
        }, TimeSpan.FromSeconds(2), time, Cancel);

        Assert.Equal("new-key", made.Key);
        Assert.Equal([2], waited);
        Assert.Equal([Old], Deleted(wire));
    }

    [Fact]
    public async Task A_cancelled_grace_period_leaves_both_keys()
    {
        using var cancellation = new CancellationTokenSource();
        var wire = new ServiceWire(request => Answer(request));
        using var services = wire.Services();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, token) =>
        {
            Assert.Equal(cancellation.Token, token);
            cancellation.Cancel();
            return Task.CompletedTask;
        }, TimeSpan.FromMinutes(5), new FakeTimeProvider(), cancellation.Token));

        Assert.Empty(Deleted(wire));
    }

    [Fact]
    public async Task A_hand_out_that_is_cancelled_takes_the_new_key_back()
    {
        using var cancellation = new CancellationTokenSource();
        var wire = new ServiceWire(request => Answer(request));
        using var services = wire.Services();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, token) =>
        {
            cancellation.Cancel();
            return Task.FromCanceled(token);
        }, cancellationToken: cancellation.Token));

        Assert.Equal([New], Deleted(wire));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task An_old_key_that_somebody_else_deleted_is_no_failure(int status)
    {
        var wire = new ServiceWire(request => Answer(request, onDelete: (HttpStatusCode)status));
        using var services = wire.Services();

        var made = await services.Service().ApiKeys.RotateAsync(Old, (_, _) => Task.CompletedTask, cancellationToken: Cancel);

        Assert.Equal("new-key", made.Key);
    }

    [Fact]
    public async Task A_lost_answer_to_the_new_key_says_where_to_look_for_it()
    {
        var wire = new ServiceWire(request => request.Method == "POST" ? throw new HttpRequestException("reset") : Answer(request));
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, _) => Task.CompletedTask, cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.ConnectionFailed, "/v1/api_keys"), (error.Reason, error.Endpoint));
        Assert.Contains($"The old key old ({Old}, key ***) remains valid. A new key with that name was possibly created", error.Message, StringComparison.Ordinal);
        Assert.Empty(Deleted(wire));
    }

    [Fact]
    public async Task A_new_key_that_can_neither_be_handed_out_nor_deleted_is_told_by_its_id()
    {
        var wire = new ServiceWire(request => Answer(request, onDelete: HttpStatusCode.Forbidden));
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, _) => throw new TimeZoneNotFoundException(), cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.Forbidden, error.Reason);
        Assert.IsType<TimeZoneNotFoundException>(error.InnerException);
        Assert.Contains($"The new key old ({New}, key ***) could neither be distributed (TimeZoneNotFoundException) nor be deleted", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("new-key", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_taken_back_for_ten_seconds_and_no_longer()
    {
        var time = new FakeTimeProvider();
        var wire = new ServiceWire(request => Answer(request))
        {
            Before = (request, token) =>
            {
                if (request.Method != "DELETE")
                    return Task.CompletedTask;
                time.Advance(TimeSpan.FromSeconds(10));
                return Task.Delay(token.IsCancellationRequested ? Timeout.Infinite : 0, token);
            },
        };
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.RotateAsync(
            Old, (_, _) => throw new TimeZoneNotFoundException(), timeProvider: time, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains($"({New}, key ***)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_nobody_can_wait_for_is_told_before_any_request()
    {
        var wire = new ServiceWire(request => Answer(request));
        using var services = wire.Services();

        foreach (var period in new[] { TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.FromDays(50), TimeSpan.MaxValue })
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>("gracePeriod", () => services.Service().ApiKeys.RotateAsync(Old, (_, _) => Task.CompletedTask, period, cancellationToken: Cancel));

        Assert.Empty(wire.Requests);
    }

    private static HttpResponseMessage Answer(ServiceRequest request, HttpStatusCode onDelete = HttpStatusCode.OK) => request.Method switch
    {
        "DELETE" => new HttpResponseMessage(onDelete) { Content = new ByteArrayContent([]) },
        "POST" => ServiceWire.Json($$"""{"id":"{{New}}","token":"new-key","name":"old"}"""),
        _ => ServiceWire.Json($$"""{"id":"{{Old}}","token":"old-key","name":"old"}"""),
    };

    private static List<Guid> Deleted(ServiceWire wire) => [.. wire.Requests.Where(r => r.Method == "DELETE").Select(r => Guid.Parse(r.Uri.Segments[^1]))];
}
