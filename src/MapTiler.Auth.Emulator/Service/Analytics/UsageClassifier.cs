namespace MapTiler.Emulator;

/// <summary>What usage is told apart by, and which periods can be asked for then.</summary>
internal sealed record UsageClassifier(string Name, bool IsDailyOnly, Func<RecordedRequest, UsageItem?> Classify)
{
    public static UsageClassifier? Find(string name, AccountKeys keys) => name switch
    {
        "services" => new(name, IsDailyOnly: false, request => UsageServices.Of(request.Path)),
        "api_keys" => new(name, IsDailyOnly: true, request => IsSigned(request) ? null : KeyOf(request, keys)),
        "service_credentials" => new(name, IsDailyOnly: true, request => IsSigned(request) ? new(IdOf(request), request.KeyName!) : null),
        _ => null,
    };

    private static bool IsSigned(RecordedRequest request) => request.SignatureCount > 0;

    private static string IdOf(RecordedRequest request) => request.CredentialId!.Value.ToString();

    /// <summary>By the name that it has now; a deleted one by the name that it had.</summary>
    private static UsageItem KeyOf(RecordedRequest request, AccountKeys keys) =>
        keys.Register.Find(request.CredentialId!.Value)?.Key.Settings is { } settings
            ? new(IdOf(request), settings.Name, settings.Description)
            : new(IdOf(request), request.KeyName!);
}
