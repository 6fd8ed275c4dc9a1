using MapTiler.Authentication;

namespace MapTiler;

/// <summary>The options of one account and what its calls make of them.</summary>
internal sealed class AccountServices
{
    private readonly SnapshotCache<Account> _publicApi;
    private readonly SnapshotCache<Account> _serviceApi;

    public AccountServices(OptionsSource source, ApiKeyProvider? provider)
    {
        Source = source;
        _publicApi = new(source, snapshot => new Account(new MapTilerUrlBuilder(snapshot.Options.BaseAddress), PublicScope(snapshot, provider), provider is null));
        _serviceApi = new(source, snapshot => new Account(
            new MapTilerUrlBuilder(snapshot.Options.ServiceBaseAddress), new CredentialScope(snapshot.ServiceApi, new HeaderCredential(snapshot.Token), snapshot.UserAgent), hasOneCredential: true));
    }

    public OptionsSource Source { get; }

    /// <summary>By key or signature, as the options say at the moment of the call.</summary>
    public Account PublicApi => _publicApi.Current;

    /// <summary>By the service token in a header.</summary>
    public Account ServiceApi => _serviceApi.Current;

    private CredentialScope PublicScope(OptionsSnapshot snapshot, ApiKeyProvider? provider)
    {
        // An application with a provider of its own has a key, also where the options have none.
        var isSigned = snapshot.Options.Authentication == MapTilerAuthentication.Signed || (snapshot.Options.IsSigned && provider is null);
        return new CredentialScope(snapshot.PublicApi, isSigned
            ? new SignatureCredential(snapshot.Token)
            : new ApiKeyCredential(provider ?? new OptionsApiKeyProvider(snapshot.Options), Source.Name, snapshot.Options.Origin), snapshot.UserAgent);
    }
}
