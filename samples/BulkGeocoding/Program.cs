// Geocodes a CSV file: dotnet run --project samples/BulkGeocoding -- addresses.csv --column address

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

// The first signal stops the program gracefully. The second one stops the process immediately, which does not damage the files.
void Stop(PosixSignalContext context)
{
    if (stopping.IsCancellationRequested)
        return;
    context.Cancel = true;
    stopping.Cancel();
}
