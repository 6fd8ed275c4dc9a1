using System.Net;

namespace MapTiler.Emulator;

/// <summary>The page that shows something; here it only names it.</summary>
internal static class Viewer
{
    public static Answer Page(string title)
    {
        var name = WebUtility.HtmlEncode(title);
        return Answer.Html($"<!DOCTYPE html><html lang=\"en\"><head><title>{name}</title></head><body><h1>{name}</h1></body></html>");
    }
}
