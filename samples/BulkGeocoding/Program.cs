// Geocodes a CSV: dotnet run --project samples/BulkGeocoding -- addresses.csv --column address

using System.Runtime.InteropServices;
using BulkGeocoding;
using Microsoft.Extensions.Configuration;

var configuration = new ConfigurationBuilder()
    .AddUserSecrets(typeof(BulkGeocoder).Assembly, optional: true)
    .AddEnvironmentVariables()
    .Build();

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

return await BulkGeocoder.RunAsync(args, configuration, Terminal.Console, stopping.Token);

// The first signal ends in order; the second one ends the process, which harms no file either.
void Stop(PosixSignalContext context)
{
    if (stopping.IsCancellationRequested)
        return;
    context.Cancel = true;
    stopping.Cancel();
}
