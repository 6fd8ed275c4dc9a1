using Microsoft.Extensions.Options;

namespace MapTiler.AspNetCore;

/// <summary>The account at the moment of a request. A reload that does not validate, which the SDK logs, leaves the last valid options in force.</summary>
internal sealed class AccountSource(IOptionsMonitor<MapTilerOptions> monitor, string name)
{
    private Account? _last;

    public Account Current
    {
        get
        {
            var last = Volatile.Read(ref _last);
            try
            {
                var options = monitor.Get(name);
                if (last is not null && ReferenceEquals(options, last.Options))
                    return last;

                last = new Account(options);
                Volatile.Write(ref _last, last);
                return last;
            }
            catch (Exception e) when (last is not null && e is (OptionsValidationException or InvalidOperationException))
            {
                return last!;
            }
        }
    }
}
