using MapTiler.Authentication;
using MapTiler.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MapTiler.DependencyInjection;

/// <summary>
/// Provides the current state of one account. A changed option takes effect with the next call; options that are not valid after a
/// reload are logged, and the last valid ones stay in effect.
/// </summary>
internal sealed class AccountMonitor(IOptionsMonitor<MapTilerOptions> options, string account, ApiKeyProvider? keys, ServiceTokenProvider? tokens, ILogger logger)
{
    private Account? _current;
    private string? _logged;

    /// <exception cref="OptionsValidationException">The options were never valid.</exception>
    public Account Current
    {
        get
        {
            var current = Volatile.Read(ref _current);
            try
            {
                var value = options.Get(account);
                if (current is not null && ReferenceEquals(value, current.Options))
                    return current;

                current = new Account(value, account, keys, tokens);
                Volatile.Write(ref _current, current);
                Volatile.Write(ref _logged, null);
                return current;
            }
            catch (Exception e) when (current is not null && e is (OptionsValidationException or InvalidOperationException))
            {
                // The message of the configuration binder contains the value that it could not convert, so it is not logged.
                var message = e is OptionsValidationException ? e.Message : "A value cannot be converted to the type of its option.";
                if (Interlocked.Exchange(ref _logged, message) != message)
                    Log.ReloadRejected(logger, message);
                return current!;
            }
        }
    }
}
