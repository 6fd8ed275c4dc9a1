using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>
/// Names answers in a cache that others may use too: by account and tenant, so that none gets what another may see. Hashed, since a
/// client of a cache writes keys to logs, and an address holds places.
/// </summary>
internal sealed class CacheKeys(string account, BrowserMapsOptions options)
{
    private readonly string _prefix = string.Create(CultureInfo.InvariantCulture, $"maptiler:{AnswerSerializer.Version}:{Uri.EscapeDataString(account)}:");

    /// <param name="context">The request of the browser, whose tenant counts.</param>
    /// <param name="kind">Tells what was made of the same address apart.</param>
    /// <param name="address">The address without a credential and without a session.</param>
    public string Of(HttpContext context, string kind, Uri address)
    {
        var tenant = options.TenantOf is { } tenantOf ? Uri.EscapeDataString(tenantOf(context)) : "";
        var key = string.Concat(tenant, kind, address.AbsoluteUri);
        return _prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
