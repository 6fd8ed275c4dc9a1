namespace MapTiler.ContractTests;

/// <summary>What the service returns for one request. What is not set is not checked.</summary>
/// <param name="Name">A short sentence; unique.</param>
/// <param name="Request">
/// The path and query, after a method unless that is GET. <c>/v1/</c> is service.maptiler.com, everything else api.maptiler.com. Names in
/// braces are ids of a prepared account, see <see cref="Target.Ids"/>.
/// </param>
internal sealed record Fact(string Name, string Request)
{
    /// <summary>How the request is authenticated. The default is <see cref="Credential.ApiKey"/>, and the token for <c>/v1/</c>.</summary>
    public Credential? As { get; init; }

    /// <summary>Headers of the request, as <c>Name: value</c>.</summary>
    public string[] Send { get; init; } = [];

    /// <summary>The JSON body of the request.</summary>
    public string? Body { get; init; }

    /// <summary>The status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The media type. The default follows from <see cref="Json"/> and <see cref="Tile"/>.</summary>
    public string? Type { get; init; }

    /// <summary>Headers of the response, as <c>Name: value</c>; the value is a <see cref="TextPattern"/>, or <c>-</c> for an absent header.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>The shape of the JSON body, see <see cref="Shape"/>.</summary>
    public string? Json { get; init; }

    /// <summary>The shape of the vector tile, see <see cref="VectorTile.ToJson"/>.</summary>
    public string? Tile { get; init; }

    /// <summary>The <see cref="TextPattern"/> of the body.</summary>
    public string? Text { get; init; }

    /// <summary>The size of the image in pixels, for example <c>512x512</c>.</summary>
    public string? Size { get; init; }

    /// <summary>Whether the body has a length of zero.</summary>
    public bool? IsEmpty { get; init; }

    /// <summary>Why the fact is not sent to the live service. Requests other than GET, HEAD and OPTIONS never are.</summary>
    public string? EmulatorOnly { get; init; }

    /// <summary>Why the fact is believed.</summary>
    public required Source Source { get; init; }

    public string Method => Request.StartsWith('/') ? "GET" : Request[..Request.IndexOf(' ', StringComparison.Ordinal)];

    public string Path => Request[(Request.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    public bool IsService => Path.StartsWith("/v1/", StringComparison.Ordinal);

    public Credential Credential => As ?? (IsService ? Credential.ServiceToken : Credential.ApiKey);

    /// <summary>The name in braces in the path; null if there is none.</summary>
    public string? IdName => Path.Split('{', '}') is [_, var name, ..] ? name : null;

    /// <summary>Whether the response contains data of the caller or the account.</summary>
    public bool IsPersonal =>
        IsService || Path.StartsWith("/geolocation/", StringComparison.Ordinal) || IdName?.StartsWith("found-", StringComparison.Ordinal) == false;

    public string? MediaType => Type ?? (Json is not null ? "application/json" : Tile is not null ? "application/x-protobuf" : null);

    /// <summary>What is the same for two facts of one request.</summary>
    public string Identity => string.Join('\n', [Request, Credential.ToString(), .. Send, Body]);

    public override string ToString() => Name;
}
