using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>Sends the file at a URL of MapTiler to a browser.</summary>
internal interface IFileSender
{
    /// <param name="context">The request of the browser.</param>
    /// <param name="account">The account whose credential is used.</param>
    /// <param name="url">The URL of the file, without a credential.</param>
    /// <param name="session">The session that is billed; <see langword="null"/> for none.</param>
    Task SendAsync(HttpContext context, Account account, Uri url, string? session);
}
