namespace MapTiler.Emulator;

/// <summary>How usage is grouped, and which periods are available for it.</summary>
internal sealed record UsageClassifier(string Name, bool IsDailyOnly, Func<RecordedRequest, UsageItem?> Classify)
{
    public static UsageClassifier? Find(string name, AccountKeys keys) => name switch
    {
        "services" => new(name, IsDailyOnly: false, request => UsageServices.Of(request.Path)),
        "api_keys" => new(name, IsDailyOnly: true, request => IsSigned(request) ? null : KeyOf(request, keys)),
        "service_credentials" => new(name, IsDailyOnly: true, request => IsSigned(request) ? Recorded(request) : null),
        _ => null,
    };

    private static bool IsSigned(RecordedRequest request) => request.SignatureCount > 0;

    /// <summary>With its current name; a deleted key with its last name.</summary>
    private static UsageItem? KeyOf(RecordedRequest request, AccountKeys keys) =>
        request.CredentialId is { } id && keys.Register.Find(id)?.Key.Settings is { } settings
            ? new(id.ToString(), settings.Name, settings.Description)
            : Recorded(request);

    private static UsageItem? Recorded(RecordedRequest request) =>
        request is { CredentialId: { } id, KeyName: { } name } ? new(id.ToString(), name) : null;
}
