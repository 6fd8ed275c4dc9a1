using System.Net;
using MapTiler.Service;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Service;

/// <summary>At least one key is valid at any time during a rotation, whichever step fails.</summary>
public sealed class ApiKeyRotationTests
{
    private static readonly Guid Old = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-000000000001");
    private static readonly Guid New = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-000000000002");

    public static TheoryData<TimeSpan> InvalidPeriods => [TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.FromDays(24) + TimeSpan.FromTicks(1), TimeSpan.MaxValue];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_key_is_deleted_after_the_grace_period()
    {
        var time = new PassingTimeProvider();
        IReadOnlyList<double>? waited = null;
        var transport = new ServiceTransport(request =>
        {
            if (request.Method == "DELETE")
                waited = time.Waits;
            return Respond(request);
        });
        using var services = transport.Services();

        var made = await new ApiKeyRotation(services.Service().ApiKeys, time).RunAsync(Old, (_, _) =>
        {
            Assert.Empty(time.Waits);
            return Task.CompletedTask;
        }, TimeSpan.FromSeconds(2), Cancel);

        Assert.Equal("new-key", made.Key);
        Assert.Equal([2], waited);
        Assert.Equal([Old], Deleted(transport));
    }

    [Fact]
    public async Task Canceled_grace_period_keeps_both_keys()
    {
        using var cancellation = new CancellationTokenSource();
        var transport = new ServiceTransport(request => Respond(request));
        using var services = transport.Services();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ApiKeyRotation(services.Service().ApiKeys, new FakeTimeProvider()).RunAsync(Old, (_, token) =>
        {
            Assert.Equal(cancellation.Token, token);
            cancellation.Cancel();
            return Task.CompletedTask;
        }, TimeSpan.FromMinutes(5), cancellation.Token));

        Assert.Empty(Deleted(transport));
    }

    [Fact]
    public async Task Canceled_distribution_deletes_the_new_key()
    {
        using var cancellation = new CancellationTokenSource();
        var transport = new ServiceTransport(request => Respond(request));
        using var services = transport.Services();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, token) =>
        {
            cancellation.Cancel();
            return Task.FromCanceled(token);
        }, cancellationToken: cancellation.Token));

        Assert.Equal([New], Deleted(transport));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Old_key_that_is_already_deleted_is_not_an_error(int status)
    {
        var transport = new ServiceTransport(request => Respond(request, onDelete: (HttpStatusCode)status));
        using var services = transport.Services();

        var made = await services.Service().ApiKeys.RotateAsync(Old, (_, _) => Task.CompletedTask, cancellationToken: Cancel);

        Assert.Equal("new-key", made.Key);
    }

    [Fact]
    public async Task Lost_response_to_creation_throws_where_to_look_for_the_new_key()
    {
        var transport = new ServiceTransport(request => request.Method == "POST" ? throw new HttpRequestException("reset") : Respond(request));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, _) => Task.CompletedTask, cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.ConnectionFailed, "/v1/api_keys"), (error.Reason, error.Endpoint));
        Assert.Contains($"The old key old ({Old}, key ***) remains valid. A new key with that name was possibly created", error.Message, StringComparison.Ordinal);
        Assert.Empty(Deleted(transport));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(200, true)]
    [InlineData(403, false)]
    public async Task Failed_creation_throws_whether_a_key_was_possibly_created(int status, bool possibly)
    {
        var transport = new ServiceTransport(request => request.Method == "POST" ? ServiceTransport.Json("{}", (HttpStatusCode)status) : Respond(request));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, _) => Task.CompletedTask, cancellationToken: Cancel));

        Assert.Equal(possibly, error.Message.Contains("A new key with that name was possibly created", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rotation_that_is_canceled_while_the_key_is_created_deletes_the_new_key()
    {
        using var cancellation = new CancellationTokenSource();
        var created = new TaskCompletionSource();
        var transport = Creating(cancellation, token =>
        {
            token.ThrowIfCancellationRequested();
            return created.Task;
        });
        using var services = transport.Services();

        var rotation = services.Service().ApiKeys.RotateAsync(Old, (_, _) => throw new TimeZoneNotFoundException(), cancellationToken: cancellation.Token);
        created.SetResult();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rotation);

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal([New], Deleted(transport));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(403, false)]
    public async Task Rotation_that_is_canceled_while_the_creation_fails_throws_whether_a_key_was_possibly_created(int status, bool possibly)
    {
        using var cancellation = new CancellationTokenSource();
        var transport = Creating(cancellation, _ => Task.CompletedTask, (HttpStatusCode)status);
        using var services = transport.Services();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, _) => Task.CompletedTask, cancellationToken: cancellation.Token));

        Assert.Equal(possibly, error.Message.Contains($"The old key old ({Old}, key ***) remains valid. A new key with that name was possibly created", StringComparison.Ordinal));
        Assert.Equal(!possibly, error.Message.Contains("Nothing was created.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Canceled_rotation_waits_ten_seconds_for_the_creation_of_the_key()
    {
        using var cancellation = new CancellationTokenSource();
        var (time, requested) = (new FakeTimeProvider(), new TaskCompletionSource());
        var transport = Creating(cancellation, token =>
        {
            requested.SetResult();
            return Task.Delay(Timeout.Infinite, token);
        });
        using var services = transport.Services();

        var rotation = new ApiKeyRotation(services.Service().ApiKeys, time).RunAsync(Old, (_, _) => Task.CompletedTask, TimeSpan.Zero, cancellation.Token);
        await requested.Task;
        while (!rotation.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rotation);
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Contains("A new key with that name was possibly created", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_key_that_can_neither_be_distributed_nor_deleted_throws_its_id()
    {
        var transport = new ServiceTransport(request => Respond(request, onDelete: HttpStatusCode.Forbidden));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, _) => throw new TimeZoneNotFoundException(), cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.Forbidden, error.Reason);
        Assert.IsType<TimeZoneNotFoundException>(error.InnerException);
        Assert.Contains($"The new key old ({New}, key ***) could neither be distributed (TimeZoneNotFoundException) nor be deleted", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("new-key", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletion_of_new_key_without_response_ends_after_ten_seconds()
    {
        var time = new FakeTimeProvider();
        var transport = new ServiceTransport(request => Respond(request))
        {
            Before = (request, token) =>
            {
                if (request.Method != "DELETE")
                    return Task.CompletedTask;
                time.Advance(TimeSpan.FromSeconds(10));
                return Task.Delay(token.IsCancellationRequested ? Timeout.Infinite : 0, token);
            },
        };
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => new ApiKeyRotation(services.Service().ApiKeys, time).RunAsync(
            Old, (_, _) => throw new TimeZoneNotFoundException(), TimeSpan.Zero, Cancel));

        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains($"({New}, key ***)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(InvalidPeriods))]
    public async Task Grace_period_out_of_range_throws_before_any_request(TimeSpan period)
    {
        var transport = new ServiceTransport(request => Respond(request));
        using var services = transport.Services();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("gracePeriod", () => services.Service().ApiKeys.RotateAsync(Old, (_, _) => throw new TimeZoneNotFoundException(), period, cancellationToken: Cancel));

        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task Settings_that_fail_validation_are_rotated_as_the_service_returned_them()
    {
        var transport = new ServiceTransport(request => ServiceTransport.Json(Key(request.Method == "POST" ? New : Old).Replace("example.com", "https://old.example:8080", StringComparison.Ordinal)));
        using var services = transport.Services();

        var made = await services.Service().ApiKeys.RotateAsync(Old, (_, _) => Task.CompletedTask, cancellationToken: Cancel);

        Assert.Equal(["https://old.example:8080"], made.Origins);
    }

    [Fact]
    public async Task New_key_is_distributed_before_the_old_one_is_deleted()
    {
        var log = new List<string>();
        var transport = new ServiceTransport(request =>
        {
            log.Add(request.ToString());
            return ServiceTransport.Json(request.Method == "POST" ? Key(New, agent: "my-app") : Key(Old, agent: "my-app"));
        });
        using var services = transport.Services();

        var made = await services.Service().ApiKeys.RotateAsync(Old, (key, _) =>
        {
            log.Add("distribute " + key.Key);
            return Task.CompletedTask;
        }, cancellationToken: Cancel);

        Assert.Equal("key-" + New, made.Key);
        Assert.Equal([$"GET /v1/api_keys/{Old}", "POST /v1/api_keys", $"distribute key-{New}", $"DELETE /v1/api_keys/{Old}"], log);
        Assert.Equal("""{"name":"n","description":null,"user_agent":"my-app","origins":["example.com"]}""", transport.Requests[1].Text);
    }

    [Fact]
    public async Task New_key_that_cannot_be_distributed_is_deleted()
    {
        var transport = new ServiceTransport(request => ServiceTransport.Json(request.Method == "POST" ? Key(New) : Key(Old)));
        using var services = transport.Services();

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, _) => throw new TimeZoneNotFoundException(), cancellationToken: Cancel));

        Assert.Equal($"DELETE /v1/api_keys/{New}", transport.Requests[^1].ToString());
        Assert.DoesNotContain(transport.Requests, r => r.ToString() == $"DELETE /v1/api_keys/{Old}");
    }

    [Fact]
    public async Task Old_key_that_cannot_be_deleted_throws_that_both_keys_are_valid()
    {
        var transport = new ServiceTransport(request => request.Method == "DELETE" ? new HttpResponseMessage(HttpStatusCode.InternalServerError) : ServiceTransport.Json(request.Method == "POST" ? Key(New) : Key(Old)));
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.RotateAsync(Old, (_, _) => Task.CompletedTask, cancellationToken: Cancel));

        Assert.Contains($"({New}, key ***) is in use, but the old key n ({Old}, key ***) could not be deleted", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key-", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Cancels the caller when the key is created, and then waits.</summary>
    private static ServiceTransport Creating(CancellationTokenSource cancellation, Func<CancellationToken, Task> wait, HttpStatusCode status = HttpStatusCode.OK) =>
        new(request => request.Method == "POST" && status != HttpStatusCode.OK ? new HttpResponseMessage(status) : Respond(request))
        {
            Before = async (request, token) =>
            {
                if (request.Method != "POST")
                    return;
                await cancellation.CancelAsync();
                await Task.Yield();
                await wait(token);
            },
        };

    private static HttpResponseMessage Respond(ServiceRequest request, HttpStatusCode onDelete = HttpStatusCode.OK) => request.Method switch
    {
        "DELETE" => new HttpResponseMessage(onDelete) { Content = new ByteArrayContent([]) },
        "POST" => ServiceTransport.Json($$"""{"id":"{{New}}","token":"new-key","name":"old"}"""),
        _ => ServiceTransport.Json($$"""{"id":"{{Old}}","token":"old-key","name":"old"}"""),
    };

    private static List<Guid> Deleted(ServiceTransport transport) => [.. transport.Requests.Where(r => r.Method == "DELETE").Select(r => Guid.Parse(r.Uri.Segments[^1]))];

    private static string Key(Guid id, string? agent = null) =>
        $$"""{"id":"{{id}}","token":"key-{{id}}","name":"n","user_agent":{{(agent is null ? "null" : $"\"{agent}\"")}},"origins":["example.com"]}""";
}
