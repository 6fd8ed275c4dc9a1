using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MapTiler.EndToEndTests.Faults;

/// <summary>The faults of the matrix.</summary>
internal static class FaultCatalog
{
    private const long Enough = 256 * 1024 * 1024;

    private static readonly (string Name, Func<FaultConnection, ValidResponse, Task> SendAsync)[] Stages =
    [
        ("before the response", (_, _) => Task.CompletedTask),
        ("in the status line", (connection, _) => connection.SendAsync("HTTP/1.1 2")),
        ("in the headers", (connection, response) => connection.SendAsync(response.Head())),
        ("in the body", SendHalfAsync),
    ];

    private static readonly (string Name, Func<FaultConnection, Task> ActAsync)[] Ends =
    [
        ("reset", connection => connection.ResetAsync()),
        ("closed", connection => connection.CloseAsync()),
        ("stalled", connection => connection.StallAsync()),
    ];

    // Relative to the clock of the tests.
    private static readonly (string Name, string Value)[] WaitingTimes =
    [
        ("without Retry-After", ""),
        ("Retry-After: 0", "Retry-After: 0"),
        ("Retry-After: 2", "Retry-After: 2"),
        ("Retry-After: 86400", "Retry-After: 86400"),
        ("Retry-After: 99999999999999999999", "Retry-After: 99999999999999999999"),
        ("Retry-After: -1", "Retry-After: -1"),
        ("Retry-After: 1.5", "Retry-After: 1.5"),
        ("Retry-After: soon", "Retry-After: soon"),
        ("Retry-After, empty", "Retry-After:"),
        ("Retry-After, twice", "Retry-After: 2\r\nRetry-After: 3"),
        ("Retry-After, a date in 5 s", $"Retry-After: {Date(5, "R")}"),
        ("Retry-After, a date in the past", $"Retry-After: {Date(-3600, "R")}"),
        ("Retry-After, a date of RFC 850", $"Retry-After: {Date(5, "dddd, dd-MMM-yy HH:mm:ss 'GMT'")}"),
        ("Retry-After, a date of asctime", $"Retry-After: {Date(5, "ddd MMM  d HH:mm:ss yyyy")}"),
    ];

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("nothing listens on the port", FaultStage.Refused) { CanBeOnce = false },
        new("name not resolved", FaultStage.Name),
        new("TLS certificate not trusted") { IsTls = true, CanBeOnce = false },
        new("TLS server without TLS", FaultStage.Connection) { IsTls = true, CanBeOnce = false, ActAsync = (connection, _) => connection.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n") },
        new("TLS handshake stalled", FaultStage.Connection) { IsTls = true, CanBeOnce = false, IsPending = true, ActAsync = (connection, _) => connection.StallAsync() },
        new("reset after connecting", FaultStage.Connection) { HasRacyRequests = true, ActAsync = (connection, _) => connection.ResetAsync() },
        new("closed after connecting", FaultStage.Connection) { ActAsync = (connection, _) => connection.CloseAsync() },
        .. from end in Ends
           from stage in Stages
           select new Fault($"{end.Name} {stage.Name}")
           {
               NeedsReadBody = (end.Name, stage.Name) is ("stalled", "in the body"),
               ActAsync = async (connection, response) =>
               {
                   await stage.SendAsync(connection, response);
                   await end.ActAsync(connection);
               },
           },
        new("one byte a second in the headers") { ActAsync = (connection, response) => connection.TrickleAsync(Encoding.ASCII.GetBytes(response.HeadWithLength())) },
        new("one byte a second in the body")
        {
            NeedsReadBody = true,
            ActAsync = async (connection, response) =>
            {
                await connection.SendAsync(response.HeadWithLength());
                await connection.TrickleAsync(response.Body);
            },
        },
        Raw("Content-Length too long", response => response.HeadWithLength(response.Body.Length + 10L), response => response.Body),
        Raw("Content-Length too short", response => response.HeadWithLength(response.Body.Length / 2), response => response.Body),
        Raw("Content-Length 0", response => response.HeadWithLength(0), response => response.Body),
        Raw("Content-Length -1", response => response.HeadWithLength(-1), response => response.Body),
        Raw("Content-Length 'many'", response => response.Head("Content-Length: many\r\n\r\n"), response => response.Body),
        Raw("Content-Length 9 EB", response => response.HeadWithLength(long.MaxValue), response => response.Body),
        Raw("two different Content-Length", response => response.Head($"Content-Length: 5\r\nContent-Length: {response.Body.Length}\r\n\r\n"), response => response.Body),
        Raw("chunk with a wrong size", response => response.Head("Transfer-Encoding: chunked\r\n\r\n"), _ => "xyz\r\n"u8.ToArray()),
        Raw("chunks cut", response => response.Head("Transfer-Encoding: chunked\r\n\r\n"), response => [.. Encoding.ASCII.GetBytes($"{response.Body.Length / 2:x}\r\n"), .. response.Body.AsSpan(0, response.Body.Length / 2), .. "\r\n"u8]),
        Raw("not HTTP", _ => "SSH-2.0-OpenSSH_9.9\r\n", _ => []),
        Raw("204 without a body", _ => "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", _ => []),
        Raw("a sign-in page", _ => "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\nConnection: close\r\n\r\n", _ => "<h1>Sign in</"u8.ToArray()),
        Raw("a redirect to another host", _ => "HTTP/1.1 302 Found\r\nLocation: https://maps.invalid/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", _ => []),
        Compressed("gzip that is not compressed", response => response.Body),
        Compressed("gzip cut", response => Gzip(response.Body).AsSpan(0, Gzip(response.Body).Length / 2).ToArray()),
        Compressed("gzip with a wrong checksum", response => [.. Gzip(response.Body)[..^8], 1, 2, 3, 4, .. Gzip(response.Body)[^4..]]),
        Compressed("gzip with a wrong name", response => Gzip(response.Body), "br"),
        Compressed("unknown compression", response => Gzip(response.Body), "snappy"),
        new("10 GB of zeros, compressed")
        {
            ActAsync = async (connection, response) =>
            {
                var (start, block) = GzipOfZeros();
                await connection.SendAsync(response.Head("Content-Encoding: gzip\r\n\r\n"));
                await connection.SendAsync(start);
                for (var i = 0; i < 10 * 1024; i++)
                    await connection.SendAsync(block);
                await connection.CloseAsync();
            },
        },
        new("endless body")
        {
            Interruption = Interruption.Cancel,
            NeedsReadBody = true,
            ActAsync = async (connection, response) =>
            {
                var half = response.Body.AsSpan(0, response.Body.Length / 2).ToArray();
                await connection.SendAsync(response.Head("\r\n"));
                await connection.SendAsync(half.AsMemory(0, half.AsSpan().IndexOf((byte)'[') + 1));
                await connection.RepeatAsync(Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024)), Enough);
            },
        },
        new("endless headers")
        {
            Interruption = Interruption.Cancel,
            ActAsync = async (connection, response) =>
            {
                await connection.SendAsync(response.Head());
                await connection.RepeatAsync(Encoding.ASCII.GetBytes($"X-Header: {new string('x', 4000)}\r\n"), Enough);
            },
        },
        new("endless responses with 103")
        {
            ActAsync = (connection, _) => connection.RepeatEverySecondAsync("HTTP/1.1 103 Early Hints\r\n\r\n"u8.ToArray()),
        },
        .. from status in (string[])["429 Too Many Requests", "503 Service Unavailable"]
           from time in WaitingTimes
           select Status(status, time.Name, time.Value),
        Status("500 Internal Server Error", "", ""),
        .. from interruption in (Interruption[])[Interruption.Cancel, Interruption.Dispose]
           let name = interruption == Interruption.Cancel ? "canceled" : "disposed"
           from stage in Stages
           where stage.Name is not "in the status line"
           select new Fault($"{name} {stage.Name}")
           {
               Interruption = interruption,
               CanBeOnce = false,
               NeedsReadBody = stage.Name is "in the body",
               ActAsync = async (connection, response) =>
               {
                   await stage.SendAsync(connection, response);
                   await connection.ReachStageAsync();
                   await connection.StallAsync();
               },
           },
        new("canceled between retries") { Interruption = Interruption.Cancel, InterruptsDelay = true, CanBeOnce = false, KeepsConnection = true, ActAsync = Status("503 Service Unavailable", "", "Retry-After: 5").ActAsync },
        new("disposed between retries") { Interruption = Interruption.Dispose, InterruptsDelay = true, CanBeOnce = false, KeepsConnection = true, ActAsync = Status("503 Service Unavailable", "", "Retry-After: 5").ActAsync },
        Http2("HTTP/2 RST_STREAM (INTERNAL_ERROR)", (connection, id) => connection.ResetStreamAsync(id, 2)),
        Http2("HTTP/2 RST_STREAM (REFUSED_STREAM)", (connection, id) => connection.ResetStreamAsync(id, 7)),
        Http2("HTTP/2 RST_STREAM in the body", async (connection, id) =>
        {
            await connection.SendHalfAsync(id);
            await connection.ResetStreamAsync(id, 2);
        }),
        Http2("HTTP/2 GOAWAY before the response", (connection, _) => connection.GoAwayAsync(0, 0)),
        Http2("HTTP/2 GOAWAY (ENHANCE_YOUR_CALM)", (connection, id) => connection.GoAwayAsync(id, 11)),
        Http2("HTTP/2 GOAWAY in the body", async (connection, id) =>
        {
            await connection.SendHalfAsync(id);
            await connection.GoAwayAsync(id, 2);
        }),
    ];

    private static Fault Raw(string name, Func<ValidResponse, string> head, Func<ValidResponse, byte[]> body) => new(name)
    {
        ActAsync = async (connection, response) =>
        {
            await connection.SendAsync(head(response));
            await connection.SendAsync(body(response));
            await connection.CloseAsync();
        },
    };

    private static Fault Compressed(string name, Func<ValidResponse, byte[]> body, string encoding = "gzip") =>
        Raw(name, response => response.Head($"Content-Encoding: {encoding}\r\nContent-Length: {body(response).Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n"), body);

    private static Fault Status(string status, string name, string header) => new($"{status} {name}".TrimEnd())
    {
        KeepsConnection = true,
        ActAsync = (connection, _) => connection.SendAsync($"HTTP/1.1 {status}\r\n{header}{(header.Length > 0 ? "\r\n" : "")}Content-Length: 0\r\n\r\n"),
    };

    private static Fault Http2(string name, Func<Http2Connection, int, Task> act) =>
        new(name, FaultStage.Http2) { IsTls = true, TrustsServer = true, CanBeOnce = false, ActOnStreamAsync = act };

    private static async Task SendHalfAsync(FaultConnection connection, ValidResponse response)
    {
        await connection.SendAsync(response.HeadWithLength());
        await connection.SendAsync(response.Body.AsMemory(0, response.Body.Length / 2));
    }

    private static string Date(int seconds, string format) => (VirtualTime.Start + TimeSpan.FromSeconds(seconds)).UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static byte[] Gzip(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(body);
        return compressed.ToArray();
    }

    /// <summary>The start of a gzip stream, and a part that can be repeated and that is decompressed to 1 MiB of zeros.</summary>
    private static (byte[] Start, byte[] Block) GzipOfZeros()
    {
        using var compressed = new MemoryStream();
        using var gzip = new GZipStream(compressed, CompressionLevel.Optimal);
        int Position(int size)
        {
            gzip.Write(new byte[size]);
            gzip.Flush();
            return (int)compressed.Length;
        }

        var (start, end) = (Position(64 * 1024), Position(1024 * 1024));
        return (compressed.ToArray()[..start], compressed.ToArray()[start..end]);
    }
}
