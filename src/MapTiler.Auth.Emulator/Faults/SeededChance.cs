using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MapTiler.Emulator;

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
