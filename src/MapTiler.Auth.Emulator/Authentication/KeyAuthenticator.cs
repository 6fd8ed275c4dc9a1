using System.Text;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Authentication;

/// <summary>Checks the API key or the signature of a request to the public API.</summary>
internal sealed class KeyAuthenticator(CredentialStore credentials, QuotaRules quota)
{
    /// <summary>The response to an unknown key, and to the key of an account that has expired.</summary>
    public static readonly Response Invalid = Response.PlainText(403, "Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/");

    private static readonly Response Missing = Response.PlainText(403, "Missing key");
    private static readonly Response BadSignature = Response.PlainText(403, "Invalid signature");
    private static readonly Response Restricted = Response.PlainText(403, "Key not allowed");

    public AuthorizationResult Authorize(IncomingRequest request)
    {
        var target = request.Target;
        var key = target.Key;
        if (target.KeyCount == 0 || key is "")
            return new(null, Missing);
        if (target.KeyCount > 1)
            return new(null, Invalid);

        var bytes = Encoding.UTF8.GetBytes(key!);
        return target.SignatureCount > 0 ? AuthorizeSigned(request, bytes) : AuthorizeKey(request, bytes);
    }

    private AuthorizationResult AuthorizeSigned(IncomingRequest request, byte[] id)
    {
        if (credentials.FindTokenById(id) is not { } token)
            return new(null, credentials.FindKey(id) is null ? Invalid : BadSignature);

        var target = request.Target;
        var valid = target is { SignatureCount: 1, SignatureIsLast: true } && SignatureVerifier.Verify(request.AbsoluteUrl, token.Secret);
        return new(token.Name, valid ? null : BadSignature, CredentialId: token.AccountId);
    }

    private AuthorizationResult AuthorizeKey(IncomingRequest request, byte[] bytes)
    {
        if (credentials.FindKey(bytes) is not { } key)
            return new(credentials.FindTokenById(bytes)?.Name, Invalid);

        if (key.Status == EmulatedKeyStatus.Suspended)
            return new(key.Name, Invalid, CredentialId: key.Id);
        var settings = key.Settings;
        if (!OriginRules.Authorize(settings.Origins, request.Headers) || !AllowsUserAgent(settings.UserAgent, request))
            return new(key.Name, Restricted, CredentialId: key.Id);
        return new(key.Name, quota.IsUsedUp(key) ? quota.Reject() : null, key, key.Id);
    }

    private static bool AllowsUserAgent(string? rule, IncomingRequest request) =>
        string.IsNullOrEmpty(rule) || request.Headers.UserAgent.ToString().Contains(rule, StringComparison.Ordinal);
}

/// <summary>The result of the check of a request's credential.</summary>
/// <param name="KeyName">The name of the key or token that was found, even if the request is rejected.</param>
/// <param name="Rejection">The response to a rejected request; null for an accepted one.</param>
/// <param name="Key">The key that is charged; null for a token.</param>
/// <param name="CredentialId">The id of the key or token in the Service API.</param>
internal sealed record AuthorizationResult(string? KeyName, Response? Rejection, EmulatedKey? Key = null, Guid? CredentialId = null)
{
    public static AuthorizationResult Anonymous { get; } = new(null, null);
}
