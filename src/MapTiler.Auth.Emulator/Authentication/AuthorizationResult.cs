namespace MapTiler.Emulator;

/// <summary>What became of a request at the door.</summary>
/// <param name="KeyName">The name of the key or token that was recognised, also when it was not enough.</param>
/// <param name="Rejection">The response to a request that goes no further; null lets it in.</param>
/// <param name="Key">The key that is charged; null for a token.</param>
/// <param name="CredentialId">What the Service API calls the key or token.</param>
internal sealed record AuthorizationResult(string? KeyName, Response? Rejection, EmulatedKey? Key = null, Guid? CredentialId = null)
{
    public static AuthorizationResult Anonymous { get; } = new(null, null);
}
