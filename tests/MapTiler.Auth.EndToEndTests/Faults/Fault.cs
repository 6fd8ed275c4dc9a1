namespace MapTiler.EndToEndTests.Faults;

/// <summary>The part of an exchange in which a fault happens.</summary>
internal enum FaultStage
{
    Response,
    Connection,
    Http2,
    Refused,
    Name,
}

/// <summary>What the test does with the client when the server has reached the stage of the fault.</summary>
internal enum Interruption
{
    None,
    Cancel,
    Dispose,
}

/// <summary>A fault of a server or of the network.</summary>
internal sealed record Fault(string Name, FaultStage Stage = FaultStage.Response)
{
    /// <summary>Sends the faulty response.</summary>
    public Func<FaultConnection, ValidResponse, Task> ActAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Acts on a request of HTTP/2, in the stream with this id.</summary>
    public Func<Http2Connection, int, Task>? ActOnStreamAsync { get; init; }

    public Interruption Interruption { get; init; }

    /// <summary>Whether the test interrupts the client while it waits for a retry.</summary>
    public bool InterruptsDelay { get; init; }

    public bool IsTls { get; init; }

    /// <summary>Whether the fault happens only to a client that reads the body.</summary>
    public bool NeedsReadBody { get; init; }

    /// <summary>Whether a connection attempt can outlive the call. .NET completes it for later calls, or ends it at <see cref="SocketsHttpHandler.ConnectTimeout"/>.</summary>
    public bool IsPending { get; init; }

    /// <summary>Whether .NET retries a request or not depending on when it notices the fault.</summary>
    public bool HasRacyRequests { get; init; }

    public bool TrustsServer { get; init; }

    /// <summary>Whether the connection can be used again after the response.</summary>
    public bool KeepsConnection { get; init; }

    /// <summary>Whether a fault of only the first response is something else than one of all responses.</summary>
    public bool CanBeOnce { get; init; } = true;

    public override string ToString() => Name;
}
