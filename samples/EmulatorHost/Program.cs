// Runs the emulator for HTTP clients in any language: dotnet run --project samples/EmulatorHost -- --port 8080

using System.Net.Sockets;
using System.Runtime.InteropServices;
using MapTiler.Emulator;

var arguments = HostArguments.Parse(args);
if (arguments.ShowsHelp)
{
    Console.WriteLine(HostArguments.Help);
    return 0;
}

if (arguments.Error is not null)
{
    Console.Error.WriteLine($"{arguments.Error} Run with --help for a list of the options.");
    return 1;
}

var stopped = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    await using var emulator = await MapTilerEmulator.StartAsync(arguments.Options);
    foreach (var image in arguments.Images)
        emulator.Add(image);
    if (arguments.CertificatePath is { } path)
        await File.WriteAllTextAsync(path, emulator.Certificate!.ExportCertificatePem());
    Console.WriteLine($"URL: {emulator.BaseAddress}");
    Console.WriteLine($"API key: {emulator.ApiKey}");
    Console.WriteLine($"Service token: {emulator.ServiceToken}");
    Console.WriteLine($"Service URL: {emulator.ServiceBaseAddress}");
    await Task.WhenAny(stopped.Task, arguments.StopsWithInput ? EndOfInputAsync() : stopped.Task);
    return 0;
}
catch (Exception error) when (error is IOException or SocketException)
{
    Console.Error.WriteLine($"The emulator could not start: {error.Message} Choose another --port, or 0 for any free port.");
    return 1;
}
catch (PlatformNotSupportedException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static Task EndOfInputAsync() => Task.Run(() => Console.OpenStandardInput().CopyTo(Stream.Null));

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stopped.TrySetResult();
}
