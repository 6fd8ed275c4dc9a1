using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>
/// An API key of an account. <see cref="Key"/> is a secret: it is not part of <see cref="ToString"/>, of the view in a debugger, or of JSON.
/// See <see href="https://docs.maptiler.com/cloud/admin-api/api-keys/">the API keys in the Service API</see>.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ApiKey
{
    /// <summary>Gets or sets the id of the key, which identifies it in the Service API. It is not a secret.</summary>
    public Guid Id { get; set; }

    /// <summary>Gets or sets the key itself, the value of <see cref="MapTilerOptions.ApiKey"/>. It is a secret.</summary>
    [JsonIgnore, IgnoreDataMember, DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Key { get => field ?? ""; set; }

    /// <summary>Gets or sets the name of the key; <see langword="null"/> if the service does not return one.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the description of the key; <see langword="null"/> if it has none.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the string that the <c>User-Agent</c> header of each request must contain; <see langword="null"/> if any is allowed.</summary>
    public string? UserAgent { get; set; }

    /// <summary>Gets or sets the domains from whose pages the key may be used; empty if all are allowed. See <see cref="ApiKeySettings.Origins"/>.</summary>
    public IReadOnlyList<string> Origins { get => field ?? []; set; }

    /// <summary>Gets or sets the time when the key was created; <see langword="null"/> if the service does not return it.</summary>
    public DateTimeOffset? Created { get; set; }

    /// <summary>Gets or sets the time when the settings of the key were last changed; <see langword="null"/> if the service does not return it.</summary>
    public DateTimeOffset? Changed { get; set; }

    /// <summary>Copies the settings of the key, to change some of them or to create another key with them.</summary>
    /// <returns>New settings, whose values were accepted by the service before and are therefore not validated again.</returns>
    public ApiKeySettings ToSettings() => new() { Name = Name, Description = Description, UserAgent = UserAgent, Origins = Origins, IsFromService = true };

    /// <summary>Returns the name and the id of the key, without the key itself.</summary>
    public override string ToString() => $"{Name} ({Id}, key ***)";
}
