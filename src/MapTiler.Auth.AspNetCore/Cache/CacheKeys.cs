using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Cache;

/// <summary>
/// Creates the keys of cached responses. They depend on the account and the tenant, so that no caller receives a response of another tenant. They are hashed,
/// because cache clients write keys to logs, and URLs contain locations.
/// </summary>
internal sealed class CacheKeys(string account, BrowserMapsOptions options)
{
    /// <summary>The version of the stored format, so that processes with different versions of the package share no entries.</summary>
    private const int Version = 3;

    private readonly string _prefix = string.Create(CultureInfo.InvariantCulture, $"maptiler:{Version}:{Uri.EscapeDataString(account)}:");

    /// <param name="context">The request of the browser, from which the tenant is taken.</param>
    /// <param name="kind">Distinguishes responses that were made from the same URL.</param>
    /// <param name="url">The URL, without a credential and without a session.</param>
    public string Create(HttpContext context, string kind, Uri url)
    {
        var tenant = options.TenantSelector is { } selectTenant ? Uri.EscapeDataString(selectTenant(context)) : "";
        var key = string.Concat(tenant, kind, url.AbsoluteUri);
        return _prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
