// Runs the emulator for whatever speaks HTTP: dotnet run --project samples/EmulatorHost -- --port 8080

using System.Globalization;
using System.Runtime.InteropServices;
using MapTiler.Emulator;

if (args is not ([] or ["--port", _]) || !TryReadPort(args, out var port))
{
    Console.Error.WriteLine("Usage: EmulatorHost [--port <0-65535>]");
    return 1;
}

var stopped = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

await using var emulator = await MapTilerEmulator.StartAsync(new() { Port = port });
Console.WriteLine($"Address: {emulator.BaseAddress}");
Console.WriteLine($"API key: {emulator.ApiKey}");
Console.WriteLine($"Service token: {emulator.ServiceToken}");
await stopped.Task;
return 0;

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stopped.TrySetResult();
}

static bool TryReadPort(string[] args, out int port)
{
    port = 0;
    return args.Length == 0 || (int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535);
}
