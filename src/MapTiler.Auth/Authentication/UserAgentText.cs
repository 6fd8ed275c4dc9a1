using System.Reflection;

namespace MapTiler.Authentication;

/// <summary>Checks and creates User-Agent values: products with an optional version, and comments in parentheses, in ASCII.</summary>
internal static class UserAgentText
{
    /// <summary>Returns the error of a User-Agent; <see langword="null"/> if it is valid.</summary>
    public static string? Check(string text)
    {
        if (text.Length == 0)
            return "is blank";
        if (text.Any(c => c is < ' ' or > '~'))
            return "contains control or non-ASCII characters, which are not allowed in a header";

        var position = 0;
        while (position < text.Length)
        {
            var length = text[position] == '(' ? CommentLength(text, position) : ProductLength(text, position);
            if (length == 0)
                return "does not consist of products and comments, such as 'my-app/1.2 (contact)'";

            position += length;
            if (position == text.Length)
                return null;
            if (text[position] != ' ')
                return "does not consist of products and comments that are separated by spaces, such as 'my-app/1.2 (contact)'";
            while (position < text.Length && text[position] == ' ')
                position++;
        }

        return "ends with a space";
    }

    /// <summary>Returns the User-Agent of the entry assembly, if there is one, and of this library, with their versions.</summary>
    public static string Default(Assembly? entry)
    {
        var library = typeof(UserAgentText).Assembly;
        var own = "MapTiler.Auth/" + Token(Version(library));
        return entry?.GetName().Name is { Length: > 0 } name ? Token(name) + "/" + Token(Version(entry)) + " " + own : own;
    }

    /// <summary>Replaces the characters that are not allowed in a token.</summary>
    public static string Token(string text) => new([.. text.Select(c => IsTokenChar(c) ? c : '-')]);

    private static string Version(Assembly assembly)
    {
        var informational = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return informational?.Split('+')[0] is { Length: > 0 } version ? version : assembly.GetName().Version?.ToString() ?? "0";
    }

    private static int ProductLength(string text, int start)
    {
        var name = TokenLength(text, start);
        if (name == 0 || start + name == text.Length || text[start + name] != '/')
            return name;

        var version = TokenLength(text, start + name + 1);
        return version == 0 ? 0 : name + 1 + version;
    }

    private static int TokenLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsTokenChar(text[end]))
            end++;
        return end - start;
    }

    private static int CommentLength(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\': i++; break;
                case '(': depth++; break;
                case ')' when --depth == 0: return i - start + 1;
            }
        }

        return 0;
    }

    private static bool IsTokenChar(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' || "!#$%&'*+-.^_`|~".Contains(c);
}
