namespace MapTiler.Emulator;

/// <summary>The result of the check of a request's credential.</summary>
/// <param name="KeyName">The name of the key or token that was found, even if the request is rejected.</param>
/// <param name="Rejection">The response to a rejected request; null for an accepted one.</param>
/// <param name="Key">The key that is charged; null for a token.</param>
/// <param name="CredentialId">The id of the key or token in the Service API.</param>
internal sealed record AuthorizationResult(string? KeyName, Response? Rejection, EmulatedKey? Key = null, Guid? CredentialId = null)
{
    public static AuthorizationResult Anonymous { get; } = new(null, null);
}
