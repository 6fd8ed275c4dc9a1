using System.Net;
using System.Text.RegularExpressions;
using MapTiler.Emulator.Hosting;
using MapTiler.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator.LandingPage;

/// <summary>The page at <c>/</c>, and what it consists of. Its requests need no key, meet no fault and are not in the journal.</summary>
internal sealed partial class LandingPageHandler(LandingPageAccess access, EmulatorState state, ApiHandler api)
{
    private const string Folder = "/_emulator/";

    private static readonly Response Html = Resource("page.html", Response.HtmlType);
    private static readonly Response Style = Resource("page.css", "text/css; charset=utf-8");
    private static readonly Response Script = Resource("page.js", "text/javascript; charset=utf-8");
    private static readonly Response NotFound = Response.PlainText(404, "Not found") with { IsOwnPage = true };

    /// <summary>The response, or null if the request is not for the landing page.</summary>
    public Response? Respond(IncomingRequest request)
    {
        var path = request.Target.Path;
        if ((path != "/" && !path.StartsWith(Folder, StringComparison.Ordinal)) || !Allows(request.Context))
            return null;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return null;

        return path switch
        {
            "/" => Html,
            Folder + "page.css" => Style,
            Folder + "page.js" => Script,
            Folder + "state.json" => state.Describe() with { IsOwnPage = true },
            _ => Map(request, path),
        };
    }

    /// <summary>A static map from the API, without a key.</summary>
    private Response Map(IncomingRequest request, string path)
    {
        if (MapPattern().Match(path) is not { Success: true } match)
            return NotFound;
        var target = $"/maps/{match.Groups["map"].Value}/static/{match.Groups["view"].Value}/{match.Groups["size"].Value}.png";
        return api.Respond(new(request.Context, target, basePath: "")) with { IsOwnPage = true };
    }

    // The check of the host name prevents that a page whose name resolves to this computer can read it.
    private bool Allows(HttpContext context) => access switch
    {
        LandingPageAccess.Anyone => true,
        LandingPageAccess.LocalOnly => context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
            && IsLoopback(context.Request.Host.Host),
        _ => false,
    };

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Response Resource(string name, string contentType)
    {
        using var stream = typeof(LandingPageHandler).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new() { Status = 200, ContentType = contentType, Body = copy.ToArray(), IsOwnPage = true };
    }

    [GeneratedRegex(@"^/_emulator/map/(?<map>[\w-]+)/(?<view>[-\d.,]+)/(?<size>\d{1,4}x\d{1,4}(@2x)?)\.png$", RegexOptions.CultureInvariant)]
    private static partial Regex MapPattern();
}
