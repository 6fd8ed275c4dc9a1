using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>An API key of an account. It never prints <see cref="Key"/>: neither as text, nor in a debugger, nor as JSON.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ApiKey
{
    internal ApiKey(Guid id, string key, ApiKeyBody body)
    {
        Id = id;
        Key = key;
        Name = body.Name;
        Description = body.Description;
        UserAgent = string.IsNullOrEmpty(body.UserAgent) ? null : body.UserAgent;
        Origins = Lists.Known(body.Origins);
        Created = body.Created;
        Changed = body.Changed;
    }

    /// <summary>By what the Service API knows the key. It is no secret.</summary>
    public Guid Id { get; }

    /// <summary>The key itself, as <c>MapTiler:ApiKey</c> takes it. A secret.</summary>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Key { get; }

    /// <summary>The name.</summary>
    public string? Name { get; }

    /// <summary>What it is for.</summary>
    public string? Description { get; }

    /// <summary>The text that must stand in the User-Agent; <see langword="null"/> if any may.</summary>
    public string? UserAgent { get; }

    /// <summary>The domains from which it may be used; none means any.</summary>
    public IReadOnlyList<string> Origins { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? Created { get; }

    /// <summary>When its settings were changed last.</summary>
    public DateTimeOffset? Changed { get; }

    /// <summary>Its settings, to be changed or given to another key.</summary>
    public ApiKeySettings ToSettings() => new() { Name = Name, Description = Description, UserAgent = UserAgent, Origins = Origins, IsFromService = true };

    /// <summary>The name and the id, without the key.</summary>
    public override string ToString() => $"{Name} ({Id}, key ***)";
}
