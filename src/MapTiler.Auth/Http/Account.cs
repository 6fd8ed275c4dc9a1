using MapTiler.Authentication;

namespace MapTiler;

/// <summary>What one state of the options means for a call: a call that takes both from here cannot mix two states.</summary>
internal sealed class Account(MapTilerUrlBuilder urls, CredentialScope scope, bool hasOneCredential)
{
    /// <summary>Builds addresses without credentials for the configured origin.</summary>
    public MapTilerUrlBuilder Urls { get; } = urls;

    public CredentialScope Scope { get; } = scope;

    /// <summary>Whether all calls see the same: no provider of the application may give another key for each.</summary>
    public bool HasOneCredential { get; } = hasOneCredential;
}
