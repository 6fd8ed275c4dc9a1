namespace MapTiler.Emulator;

/// <summary>What became of a request at the door.</summary>
/// <param name="KeyName">The name of the key or token that was recognised, also when it was not enough.</param>
/// <param name="Refusal">The answer to a request that goes no further; null lets it in.</param>
/// <param name="CredentialId">What the Service API calls the key or token.</param>
internal sealed record Admission(string? KeyName, Answer? Refusal, Guid? CredentialId = null)
{
    public static Admission Free { get; } = new(null, null);
}
