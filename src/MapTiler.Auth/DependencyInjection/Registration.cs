using Microsoft.Extensions.Configuration;

namespace MapTiler;

/// <summary>Marks in the service collection that an account is registered, so that doing it again does no harm.</summary>
internal sealed class Registration(string name, bool readsEnvironment)
{
    public bool ReadsEnvironment { get; } = readsEnvironment;

    public string Name { get; } = name;

    /// <summary>The sections to read, in this order; <see langword="null"/> is the one of the account in the application's configuration.</summary>
    public List<IConfiguration?> Sections { get; } = [];
}
