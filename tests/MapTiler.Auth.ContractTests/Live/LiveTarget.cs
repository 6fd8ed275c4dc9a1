namespace MapTiler.ContractTests;

/// <summary>The live service, configured by environment variables, see CONTRIBUTING.md.</summary>
internal sealed class LiveTarget : Target
{
    private const string Prefix = "MAPTILER_CONTRACT_";

    private static readonly (Credential Credential, string Variable)[] KeyVariables =
    [
        (Credential.ApiKey, Prefix + "API_KEY"),
        (Credential.OriginKey, Prefix + "ORIGIN_KEY"),
        (Credential.UnknownOriginKey, Prefix + "UNKNOWN_ORIGIN_KEY"),
        (Credential.UserAgentKey, Prefix + "USER_AGENT_KEY"),
    ];

    private static readonly (string Name, string Variable)[] IdVariables =
        [("map", Prefix + "MAP_ID"), ("dataset", Prefix + "DATASET_ID"), ("image", Prefix + "IMAGE_ID"), ("tileset", Prefix + "TILESET_ID")];

    /// <summary>Reads the variables.</summary>
    /// <returns>Null if there is no key.</returns>
    public static LiveTarget? FromEnvironment(Func<string, string?> variable)
    {
        if (variable(Prefix + "API_KEY") is not { Length: > 0 } key)
            return null;
        var keys = KeyVariables.Where(k => !string.IsNullOrEmpty(variable(k.Variable))).ToDictionary(k => k.Credential, k => variable(k.Variable)!);
        keys[variable(Prefix + "PLAN") == "paid" ? Credential.PaidKey : Credential.FreeKey] = key;
        return new()
        {
            BaseAddress = new(variable(Prefix + "BASE_ADDRESS") ?? "https://api.maptiler.com/"),
            ServiceBaseAddress = new(variable(Prefix + "SERVICE_BASE_ADDRESS") ?? "https://service.maptiler.com/"),
            ServiceToken = variable(Prefix + "SERVICE_TOKEN") is { Length: > 0 } token ? token : null,
            Keys = keys,
            Ids = IdVariables.Where(i => !string.IsNullOrEmpty(variable(i.Variable))).ToDictionary(i => i.Name, i => variable(i.Variable)!),
        };
    }

    public override string? ReasonToSkip(Fact fact)
    {
        if (fact.EmulatorOnly is not null)
            return fact.EmulatorOnly;
        if (fact.Method is not ("GET" or "HEAD" or "OPTIONS"))
            return "it might change the account";
        if (fact.IdName is { } id && !id.StartsWith("found-", StringComparison.Ordinal) && !Ids.ContainsKey(id))
            return IdVariables.FirstOrDefault(i => i.Name == id).Variable is { } variable ? $"needs {variable}" : "needs a prepared account";
        return fact.Credential switch
        {
            Credential.None or Credential.EmptyKey or Credential.UnknownKey or Credential.UnknownToken or Credential.UnknownTokenSignature => null,
            Credential.ServiceToken or Credential.BearerToken or Credential.Signature or Credential.WrongSignature or Credential.UnpaddedSignature or
                Credential.EscapedSignature or Credential.SignatureNotLast =>
                ServiceToken is null ? "needs MAPTILER_CONTRACT_SERVICE_TOKEN" : null,
            Credential.PaidKey => Keys.ContainsKey(Credential.PaidKey) ? null : "needs MAPTILER_CONTRACT_PLAN=paid",
            Credential.FreeKey => Keys.ContainsKey(Credential.FreeKey) ? null : "needs a free plan",
            var credential when Keys.ContainsKey(credential) => null,
            var credential when KeyVariables.FirstOrDefault(k => k.Credential == credential).Variable is { } variable => $"needs {variable}",
            _ => "needs an account in that state",
        };
    }

    /// <summary>What must not be written anywhere.</summary>
    public IEnumerable<string?> Secrets =>
        [.. Keys.Values, ServiceToken, .. ServiceToken?.Split('_') ?? [], .. IdVariables.Select(i => Ids.GetValueOrDefault(i.Name))];

    /// <summary>The signature of the request of a fact, which is a secret, too; null if there is none.</summary>
    public string? SignatureOf(Fact fact)
    {
        using var request = CreateRequest(fact);
        return request.RequestUri!.Query.Split("&signature=") is [_, var signature] ? signature.Split('&')[0] : null;
    }
}
