namespace MapTiler.Authentication;

/// <summary>A credential and the only origin to which it goes, with the User-Agent to which its key may be restricted.</summary>
internal sealed record CredentialScope(TrustedOrigin Origin, RequestCredential Credential, string? UserAgent = null);
