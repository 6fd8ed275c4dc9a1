using Microsoft.Extensions.Configuration;

namespace MapTiler;

/// <summary>Marks in the service collection that an account is registered, so that a second registration only adds to the first.</summary>
internal sealed class Registration(string account, bool readsEnvironment)
{
    public bool ReadsEnvironment { get; } = readsEnvironment;

    public string Account { get; } = account;

    /// <summary>The sections to read, in order; <see langword="null"/> is the section of the account in the configuration of the application.</summary>
    public List<IConfiguration?> Sections { get; } = [];
}
