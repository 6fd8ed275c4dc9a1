using System.Text;
using System.Text.RegularExpressions;

namespace MapTiler.ContractTests;

/// <summary>Replaces secrets by <c>***</c>, however they are encoded.</summary>
/// <remarks>
/// Found are plain text, percent-encoding (also of itself), the escapes of JSON and HTML, in any mixture and in UTF-16; hexadecimal; and
/// Base64, also in the middle of other data.
/// </remarks>
internal sealed class Redaction(IEnumerable<string?> secrets)
{
    private readonly Regex? _secrets = Build([.. secrets.Where(s => !string.IsNullOrEmpty(s)).Cast<string>().Distinct().OrderByDescending(s => s.Length)]);

    public string Apply(string text) => _secrets?.Replace(text, "***") ?? text;

    /// <summary>Works on any bytes, since a secret is ASCII.</summary>
    public byte[] Apply(byte[] bytes) => Encoding.Latin1.GetBytes(Apply(Encoding.Latin1.GetString(bytes)));

    private static Regex? Build(List<string> secrets) => secrets.Count == 0
        ? null
        : new(string.Join('|', secrets.SelectMany(Patterns)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static IEnumerable<string> Patterns(string secret)
    {
        yield return string.Join("\\0?", secret.Select(Encodings));
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(secret));
        for (var shift = 0; shift < 3; shift++)
            yield return Base64(Encoding.UTF8.GetBytes(secret), shift);
    }

    private static string Encodings(char letter)
    {
        var hex = $"{(int)letter:x2}";
        return $@"(?:{Regex.Escape(letter.ToString())}|%(?:25)*{hex}|\\u00{hex}|&\#x0*{hex};|&\#0*{(int)letter};)";
    }

    /// <summary>The characters that do not depend on the bytes before the secret, at one of three positions, or after it.</summary>
    private static string Base64(byte[] secret, int shift)
    {
        var encoded = Convert.ToBase64String([.. new byte[shift], .. secret]);
        var (start, end) = (((shift * 8) + 5) / 6, (shift + secret.Length) * 8 / 6);
        return Regex.Escape(encoded[start..end]).Replace("\\+", "[-+]", StringComparison.Ordinal).Replace("/", "[/_]", StringComparison.Ordinal);
    }
}
