using MapTiler.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MapTiler.Authentication;

/// <summary>The options of one account, read anew for every request. A reload that does not validate leaves the last valid ones in force.</summary>
internal sealed class OptionsSource(IOptionsMonitor<MapTilerOptions> monitor, string name, ILogger logger)
{
    private OptionsSnapshot? _last;
    private string? _logged;

    public string Name { get; } = name;

    /// <exception cref="OptionsValidationException">The options were never valid.</exception>
    public OptionsSnapshot Current
    {
        get
        {
            var last = Volatile.Read(ref _last);
            try
            {
                var options = monitor.Get(Name);
                if (last is not null && ReferenceEquals(options, last.Options))
                    return last;

                last = new OptionsSnapshot(options);
                Volatile.Write(ref _last, last);
                Volatile.Write(ref _logged, null);
                return last;
            }
            catch (Exception e) when (last is not null && e is (OptionsValidationException or InvalidOperationException))
            {
                // A value that cannot be converted stands in the message of the binder, so only our own messages are logged.
                var message = e is OptionsValidationException ? e.Message : "A value cannot be converted to the type of its option.";
                if (Interlocked.Exchange(ref _logged, message) != message)
                    Log.ReloadRefused(logger, message);
                return last!;
            }
        }
    }
}
