using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.EndToEndTests.Faults;

/// <summary>A call of one kind of client to a server with one fault.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    // Not a limit of what is tested: no cell waits in real time.
    private static readonly TimeSpan HangTimeout = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _caller = new();
    private readonly List<FaultServer> _servers = [];
    private FaultServer? _faulty;
    private int _interrupted;
    private int _unresolved;

    public FaultRun(Fault fault, bool isOnce)
    {
        (Fault, IsOnce) = (fault, isOnce);
        Clients = new() { TrustsServer = fault.TrustsServer, FailsToResolve = port => fault.Stage == FaultStage.Name && port == _faulty!.Address.Port && (Interlocked.Increment(ref _unresolved) == 1 || !isOnce) };
        if (fault.InterruptsDelay)
            Time.DelayStarted = Interrupt;
    }

    public Fault Fault { get; }

    public bool IsOnce { get; }

    public VirtualTime Time { get; } = new();

    public ClientConnections Clients { get; }

    /// <summary>The token of the caller.</summary>
    public CancellationToken Token => _caller.Token;

    /// <summary>Whether a cancellation takes time to reach the client of the faulty server.</summary>
    public bool IsRemote { get; init; }

    /// <summary>The client that the test can dispose.</summary>
    public IDisposable? Client { get; set; }

    public FaultServer Start(Func<ReceivedRequest, ValidResponse> respond, bool isFaulty = true)
    {
        var server = new FaultServer(isFaulty ? Fault : null, IsOnce, Time, Clients, respond, Interrupt);
        _servers.Add(server);
        if (isFaulty)
            _faulty = server;
        return server;
    }

    /// <summary>Configures the clients of an account: connections of this run, the clock of this run, and no delay of retries but the one of Retry-After.</summary>
    public void Configure(MapTilerBuilder builder)
    {
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.ConfigureResilience(resilience => resilience.RetryDelay = TimeSpan.Zero);
        foreach (var client in (IHttpClientBuilder[])[builder.HttpClientBuilder, builder.ServiceHttpClientBuilder, builder.UploadHttpClientBuilder])
            client.ConfigurePrimaryHttpMessageHandler((handler, _) => Clients.Use((SocketsHttpHandler)handler));
        if (Fault.Stage == FaultStage.Http2)
            builder.HttpClientBuilder.AddHttpMessageHandler(() => new Http2Handler());
    }

    public static MapTilerOptions Options(Uri address) => new()
    {
        ApiKey = "a1b2c3d4e5f6a7b8c9d0",
        ServiceToken = "0123456789abcdef0123456789abcdef_" + new string('a', 64),
        BaseAddress = address,
        ServiceBaseAddress = address,
    };

    public async Task<FaultOutcome> ExecuteAsync(ClientKind kind)
    {
        var outcome = await DescribeAsync(kind);
        var left = Fault.IsPending ? 0 : await CountLeftAsync(server => server.Busy);
        Client?.Dispose();
        if (Client is not null && !Fault.IsPending)
            left += await CountLeftAsync(server => server.Open);
        int? requests = Fault.HasRacyRequests ? null : Fault.Stage is FaultStage.Refused or FaultStage.Name or FaultStage.Connection || (Fault.IsTls && !Fault.TrustsServer) ? Clients.Attempts - _servers.Where(server => server != _faulty).Sum(server => server.Accepted) : _faulty!.Requests;
        return new(outcome, requests, Fault.IsPending || (IsRemote && Fault.Interruption != Interruption.None) ? null : Time.Elapsed, left);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        foreach (var server in _servers)
            await server.DisposeAsync();
        _caller.Dispose();
    }

    private async Task<string> DescribeAsync(ClientKind kind)
    {
        try
        {
            return await kind.RunAsync(this).WaitAsync(HangTimeout, TestContext.Current.CancellationToken);
        }
        catch (Exception e)
        {
            return Describe(e);
        }
    }

    /// <summary>The name of an exception: one of the closed list, or an error of the SDK.</summary>
    public string Describe(Exception exception) => exception switch
    {
        MapTilerException error => error.Reason.ToString(),
        OperationCanceledException canceled when canceled.CancellationToken == Token && Token.IsCancellationRequested => "canceled",
        ObjectDisposedException when Fault.Interruption == Interruption.Dispose => "ObjectDisposedException",
        TimeoutException => "does not end",
        _ => $"raw {exception.GetType().Name}: {exception.Message}",
    };

    private async Task<int> CountLeftAsync(Func<FaultServer, int> count)
    {
        using var limit = new CancellationTokenSource(HangTimeout);
        while (_servers.Sum(count) is var left)
        {
            if (left == 0 || limit.IsCancellationRequested)
                return left;
            await Task.Delay(1, CancellationToken.None); // polls for a condition
        }

        return 0;
    }

    private void Interrupt()
    {
        if (Interlocked.Exchange(ref _interrupted, 1) != 0)
            return;
        if (Fault.Interruption == Interruption.Cancel)
            _caller.Cancel();
        else if (Fault.Interruption == Interruption.Dispose)
            Client!.Dispose();
    }

    private sealed class Http2Handler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>What happened: the result or the exception, the requests with the fault, the time of the call, and the connections that are still in use.</summary>
internal sealed record FaultOutcome(string Result, int? Requests, TimeSpan? Time, int ConnectionsLeft);
