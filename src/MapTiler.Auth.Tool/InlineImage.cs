using System.Text;

namespace MapTiler.Tool;

/// <summary>Images in terminals that can show them: kitty and Ghostty by the protocol of kitty, iTerm2 and WezTerm by that of iTerm2.</summary>
internal static class InlineImage
{
    private const int ChunkLength = 4096;

    /// <summary>Returns the escape sequences of an image; <see langword="null"/> if the terminal cannot show it.</summary>
    public static string? Encode(byte[] bytes, string contentType)
    {
        var data = Convert.ToBase64String(bytes);
        if (Setting.Read("TERM_PROGRAM") is "iTerm.app" or "WezTerm")
            return $"\u001b]1337;File=inline=1;size={bytes.Length}:{data}\u0007";
        if (contentType != "image/png" || (Setting.Read("KITTY_WINDOW_ID") is null && Setting.Read("TERM_PROGRAM") is not "ghostty"))
            return null;

        var text = new StringBuilder();
        for (var i = 0; i < data.Length; i += ChunkLength)
        {
            var length = Math.Min(ChunkLength, data.Length - i);
            text.Append("\u001b_G").Append(i == 0 ? "a=T,f=100," : "").Append("m=").Append(i + length < data.Length ? 1 : 0).Append(';').Append(data, i, length).Append("\u001b\\");
        }

        return text.ToString();
    }
}
