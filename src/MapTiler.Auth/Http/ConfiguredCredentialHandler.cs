namespace MapTiler.Authentication;

/// <summary>
/// The handler of our own clients: asks the options once a request which credential counts, so that a reload can never let one
/// pass between two handlers without any.
/// </summary>
internal sealed class ConfiguredCredentialHandler(Func<CredentialScope> scope) : CredentialHandler(scope);
