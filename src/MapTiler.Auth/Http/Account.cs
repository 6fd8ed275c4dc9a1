using MapTiler.Authentication;

namespace MapTiler;

/// <summary>What one state of the options means for a call: a call that takes both from here cannot mix two states.</summary>
internal sealed class Account(MapTilerUrlBuilder urls, CredentialScope scope)
{
    /// <summary>Builds addresses without credentials for the configured origin.</summary>
    public MapTilerUrlBuilder Urls { get; } = urls;

    public CredentialScope Scope { get; } = scope;
}
