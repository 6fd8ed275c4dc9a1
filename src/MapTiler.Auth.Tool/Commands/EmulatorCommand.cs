using System.CommandLine;
#if EMULATOR
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using MapTiler.Emulator;
#endif

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler emulator</c> runs the emulator for HTTP clients in any language.</summary>
internal static class EmulatorCommand
{
    public const string Name = "emulator";

#if EMULATOR
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var port = Port("--port", "The port of api.maptiler.com; 0 for any free port");
        var servicePort = Port("--service-port", "The port of service.maptiler.com; 0 for any free port");
        var uploadPort = Port("--upload-port", "The port of the storage of uploads; 0 for any free port");
        var listen = new Option<string>("--listen") { Description = "The IP address to listen on", HelpName = "address", DefaultValueFactory = _ => "127.0.0.1" };
        var https = new Option<string?>("--https") { Description = "Use HTTPS and HTTP/2, and write the certificate to this PEM file for clients to trust", HelpName = "file" };
        var seed = new Option<string?>("--seed") { Description = "The seed from which the keys and tokens are derived", HelpName = "text" };
        var images = new Option<string[]>("--image") { Description = "Adds an image of this size in pixels, such as plan=1000x600", HelpName = "id=WxH" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Do not show the requests" };
        var untilInputEnds = new Option<bool>("--until-input-ends") { Description = "Also stop at the end of the standard input, such as when the parent process ends" };

        return new Command(Name, "Run a local MapTiler for tests, in any language, until Ctrl+C") { port, servicePort, uploadPort, listen, https, seed, images, quiet, untilInputEnds }.Runs(async (session, cancellationToken) =>
        {
            var options = new MapTilerEmulatorOptions { Port = session.Get(port), ServicePort = session.Get(servicePort), UploadPort = session.Get(uploadPort) };
            options.ListenAddress = IPAddress.TryParse(session.Get(listen), out var address) ? address : throw new UsageException($"'{session.Get(listen)}' is not an IP address.");
            options.UseHttps = session.Get(https) is not null;
            options.Seed = session.Get(seed) ?? options.Seed;

            await using var emulator = await StartAsync(options, cancellationToken).ConfigureAwait(false);
            foreach (var image in session.Get(images) ?? [])
                emulator.Add(ParseImage(image));
            if (session.Get(https) is { } certificate)
                await File.WriteAllTextAsync(certificate, emulator.Certificate!.ExportCertificatePem(), cancellationToken).ConfigureAwait(false);
            Announce(session.Output, emulator);

            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (session.Get(untilInputEnds))
                _ = Task.Run(() => Console.OpenStandardInput().CopyTo(Stream.Null), CancellationToken.None).ContinueWith(_ => stopping.Cancel(), TaskScheduler.Default);
            try
            {
                if (session.Get(quiet))
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping.Token).ConfigureAwait(false);
                await ShowRequestsAsync(session.Output, emulator, stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // the usual end
            }

            return ExitCode.Ok;
        });
    }

    private static async Task<MapTilerEmulator> StartAsync(MapTilerEmulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await MapTilerEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new InvalidOperationException($"The emulator could not start: {e.Message} Choose another --port, or 0 for any free port.", e);
        }
    }

    private static void Announce(Output output, MapTilerEmulator emulator)
    {
        if (output.IsJson)
        {
            output.WriteJsonLine(new EmulatorStarted(emulator.BaseAddress.AbsoluteUri, emulator.ApiKey, emulator.ServiceToken, emulator.ServiceBaseAddress.AbsoluteUri), ToolJson.Default.EmulatorStarted);
        }
        else
        {
            output.Writer.WriteLine($"URL: {emulator.BaseAddress}");
            output.Writer.WriteLine($"API key: {emulator.ApiKey}");
            output.Writer.WriteLine($"Service token: {emulator.ServiceToken}");
            output.Writer.WriteLine($"Service URL: {emulator.ServiceBaseAddress}");
            output.Writer.WriteLine("Paste this into another terminal. The commands and applications that are started there then use the emulator:");
            output.Writer.WriteLine(CommandToPaste(emulator, OperatingSystem.IsWindows()));
        }

        output.Flush();
    }

    internal static string CommandToPaste(MapTilerEmulator emulator, bool isPowerShell)
    {
        (string Name, string Value)[] variables =
        [
            ("MAPTILER_API_KEY", emulator.ApiKey), ("MAPTILER_BASE_ADDRESS", emulator.BaseAddress.AbsoluteUri),
            ("MAPTILER_SERVICE_TOKEN", emulator.ServiceToken), ("MAPTILER_SERVICE_BASE_ADDRESS", emulator.ServiceBaseAddress.AbsoluteUri),
        ];
        return isPowerShell
            ? string.Join("; ", variables.Select(variable => $"$env:{variable.Name}='{variable.Value}'"))
            : "export " + string.Join(' ', variables.Select(variable => $"{variable.Name}={variable.Value}"));
    }

    private static async Task ShowRequestsAsync(Output output, MapTilerEmulator emulator, CancellationToken cancellationToken)
    {
        var shown = new ConditionalWeakTable<RecordedRequest, object>();
        while (true)
        {
            await emulator.Requests.WaitForAsync(request => request.Duration is not null && !shown.TryGetValue(request, out _), cancellationToken).ConfigureAwait(false);
            foreach (var request in emulator.Requests.Where(request => request.Duration is not null && shown.TryAdd(request, shown)))
                Show(output, request);
            output.Flush();
            await Task.Delay(Interval, TimeProvider.System, cancellationToken).ConfigureAwait(false); // many requests in one pass
        }
    }

    private static void Show(Output output, RecordedRequest request)
    {
        if (output.IsJson)
            output.WriteJsonLine(new EmulatedRequest(request.Timestamp, request.Method, request.Target, request.StatusCode, request.Cost, request.KeyName), ToolJson.Default.EmulatedRequest);
        else
            output.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{request.Timestamp.ToLocalTime():HH:mm:ss} {request.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "---"} {request.Method} {request.Target} ({request.KeyName ?? "unknown key"}, cost {request.Cost})"));
    }

    private static EmulatedImage ParseImage(string value)
    {
        var parts = value.Split('=', 'x');
        return parts.Length == 3 && parts[0].Length > 0
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width > 0
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var height) && height > 0
                ? new(parts[0], width, height)
                : throw new UsageException($"--image must be an id and a size such as plan=1000x600, not '{value}'.");
    }

    private static Option<int> Port(string name, string description)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "0-65535" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort))
                result.AddError($"{name} must be a number from 0 to 65535, not '{token.Value}'.");
        });
        return option;
    }
#else
    public static Command Create() => new Command(Name, "Not part of this build: install the .NET tool MapTiler.Auth.Tool") { TreatUnmatchedTokensAsErrors = false }.Runs(_ =>
        throw new InvalidOperationException("This build has no emulator. Install the .NET tool (dotnet tool install --global MapTiler.Auth.Tool), or run its container image."));
#endif
}

/// <summary>The first line of <c>maptiler emulator --json</c>.</summary>
internal sealed record EmulatorStarted(string Url, string ApiKey, string ServiceToken, string ServiceUrl);

/// <summary>A further line of <c>maptiler emulator --json</c>, for each request.</summary>
internal sealed record EmulatedRequest(DateTimeOffset Time, string Method, string Target, int? Status, int Cost, string? KeyName);
