using System.Text;
using System.Text.RegularExpressions;

namespace MapTiler.Emulator;

/// <summary>The beginning of a page, in the format of the service: Base64 of <c>id="..."</c>, whose <c>=</c> must be escaped in a URL.</summary>
internal static partial class PageCursor
{
    private const int DefaultLimit = 50;
    private const int MinLimit = 10;
    private const int MaxLimit = 100;

    /// <summary>The page that the parameters <c>cursor</c> and <c>limit</c> request.</summary>
    public static AccountPage<T> Page<T>(this AccountRegister<T> register, ServiceCall call)
        where T : AccountItem =>
        register.Page(Read(call.Parameter("cursor")), call.Integer("limit", DefaultLimit, MinLimit, MaxLimit));

    public static string? Write(Guid? first) => first is { } id ? Convert.ToBase64String(Encoding.ASCII.GetBytes($"id=\"{id}\"")) : null;

    private static Guid? Read(string? cursor)
    {
        if (cursor is null)
            return null;

        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var written)
            && Pattern().Match(Encoding.ASCII.GetString(bytes, 0, written)) is { Success: true } match
            && Guid.TryParseExact(match.Groups[1].Value, "D", out var id))
        {
            return id;
        }

        throw ServiceException.Invalid("cursor", "it was not issued here.");
    }

    [GeneratedRegex("^id=\"([0-9a-f-]{36})\"$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
