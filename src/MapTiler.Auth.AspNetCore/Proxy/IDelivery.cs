using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>Brings the file at an address of MapTiler to a browser.</summary>
internal interface IDelivery
{
    /// <param name="context">The request of the browser.</param>
    /// <param name="account">The account whose credential counts.</param>
    /// <param name="address">The address, without a credential.</param>
    /// <param name="session">The session that is billed; <see langword="null"/> for none.</param>
    Task SendAsync(HttpContext context, Account account, Uri address, string? session);
}
