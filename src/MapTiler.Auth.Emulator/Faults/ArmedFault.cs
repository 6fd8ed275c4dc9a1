using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Emulator.Faults;

/// <summary>A fault of one emulator, with the number of requests that it has seen.</summary>
internal sealed class ArmedFault(Fault fault, SeededChance chance)
{
    private int _seen;
    private int _hits;

    public Fault Fault => fault;

    public Hit? Hit(RecordedRequest request)
    {
        var fits = (fault.PathPrefix is null || request.Path.StartsWith(fault.PathPrefix, StringComparison.Ordinal))
            && (fault.When is null || fault.When(request));
        if (!fits)
            return null;

        var number = Interlocked.Increment(ref _seen);
        if (number <= fault.Skip || (fault.Probability < 1 && chance.Next(number, "hit") >= fault.Probability))
            return null;
        if (fault.Times is { } times && Interlocked.Increment(ref _hits) > times)
            return null;
        var jitter = fault.Jitter > TimeSpan.Zero ? fault.Jitter * chance.Next(number, "jitter") : TimeSpan.Zero;
        return new(fault, fault.Delay + jitter);
    }
}

/// <summary>The result for a request to which a fault applies.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Delay">The delay of the response, including the jitter.</param>
internal readonly record struct Hit(Fault Fault, TimeSpan Delay);

/// <summary>Pseudorandom numbers that are derived from the seed, the fault, and the number of the request.</summary>
internal sealed class SeededChance(string seed, int fault)
{
    private readonly byte[] _seed = Encoding.UTF8.GetBytes(seed);

    /// <summary>Returns a number that is at least 0 and less than 1.</summary>
    public double Next(int number, string purpose)
    {
        var hash = HMACSHA256.HashData(_seed, Encoding.UTF8.GetBytes(FormattableString.Invariant($"fault {fault} {purpose} {number}")));
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }
}
