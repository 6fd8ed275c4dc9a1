namespace MapTiler.Authentication;

/// <summary>A credential and the only origin to which it goes.</summary>
internal sealed record CredentialScope(TrustedOrigin Origin, RequestCredential Credential);
