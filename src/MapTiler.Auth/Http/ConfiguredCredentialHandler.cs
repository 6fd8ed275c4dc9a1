namespace MapTiler.Authentication;

/// <summary>
/// The handler below a factory: a call of our own clients brings the credential that belongs to its address; for any other request
/// the options are asked once, so that a reload can never let one pass between two handlers without any.
/// </summary>
internal sealed class ConfiguredCredentialHandler(Func<CredentialScope> scope) : CredentialHandler(scope)
{
    private protected override CredentialScope ScopeOf(HttpRequestMessage request) => RequestState.Of(request)?.Scope ?? base.ScopeOf(request);
}
