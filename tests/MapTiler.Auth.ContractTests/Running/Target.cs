using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MapTiler.ContractTests;

/// <summary>The service that the facts are compared with: an emulator, or the live one.</summary>
internal class Target
{
    public const string UnknownKey = "UnknownKey0123456789";
    public const string UnknownToken = "00000000000000000000000000000000_0000000000000000000000000000000000000000000000000000000000000000";

    public required Uri BaseAddress { get; init; }

    public required Uri ServiceBaseAddress { get; init; }

    /// <summary>The keys of the account; what is missing cannot be tested.</summary>
    public required IReadOnlyDictionary<Credential, string> Keys { get; init; }

    /// <summary>For signed requests and the Service API.</summary>
    public string? ServiceToken { get; init; }

    /// <summary>
    /// The ids for the names in braces of a <see cref="Fact.Request"/>: those of the account, and public ones that <see cref="FindIdsAsync"/> adds.
    /// </summary>
    public required Dictionary<string, string> Ids { get; init; }

    /// <summary>Why a fact cannot be tested here; null if it can.</summary>
    public virtual string? ReasonToSkip(Fact fact) => null;

    /// <summary>Adds ids of the service that are not stable. It costs one billed request.</summary>
    public async Task FindIdsAsync(HttpClient client, CancellationToken cancellationToken)
    {
        await FindAsync("found-country", "/geocoding/Switzerland.json?types=country&limit=1", json => json["features"]?[0]?["id"]);
        await FindAsync("found-keyframe", "/weather/latest.json", json => json["variables"]?[0]?["keyframes"]?[0]?["id"]);

        async Task FindAsync(string name, string request, Func<JsonNode, JsonNode?> find)
        {
            using var message = CreateRequest(new(name, request) { Source = Source.Guess });
            using var response = await client.SendAsync(message, cancellationToken);
            var exchange = await Exchange.ReadAsync(response, cancellationToken);
            if (exchange is { Status: 200, MediaType: "application/json" } && find(JsonNode.Parse(exchange.Body)!) is { } id)
                Ids[name] = id.GetValue<string>();
        }
    }

    public HttpRequestMessage CreateRequest(Fact fact)
    {
        var path = Ids.Aggregate(fact.Path, (path, id) => path.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
        var url = new Uri(fact.IsService ? ServiceBaseAddress : BaseAddress, path).AbsoluteUri;
        var request = new HttpRequestMessage(new(fact.Method), Authenticate(url, fact.Credential));
        if (fact.Body is not null)
            request.Content = new StringContent(fact.Body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        foreach (var header in fact.Send.Select(h => h.Split(": ", 2)))
            request.Headers.TryAddWithoutValidation(header[0], header[1]);
        if (Authorization(fact.Credential) is { } authorization)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return request;
    }

    private string Authenticate(string url, Credential credential) => credential switch
    {
        Credential.None or Credential.ServiceToken or Credential.UnknownToken or Credential.BearerToken => url,
        Credential.EmptyKey => WithKey(url, ""),
        Credential.UnknownKey => WithKey(url, UnknownKey),
        Credential.Signature => Sign(url, ServiceToken!),
        Credential.WrongSignature => Corrupt(Sign(url, ServiceToken!)),
        Credential.UnpaddedSignature => Sign(url, ServiceToken!).TrimEnd('='),
        Credential.EscapedSignature => Sign(url, ServiceToken!).TrimEnd('=') + "%3D",
        Credential.SignatureNotLast => Sign(url, ServiceToken!) + "&last=1",
        Credential.UnknownTokenSignature => Sign(url, UnknownToken),
        _ => WithKey(url, Keys[credential]),
    };

    private string? Authorization(Credential credential) => credential switch
    {
        Credential.ServiceToken => $"Token {ServiceToken}",
        Credential.UnknownToken => $"Token {UnknownToken}",
        Credential.BearerToken => $"Bearer {ServiceToken}",
        _ => null,
    };

    private static string WithKey(string url, string key) => $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}key={key}";

    /// <summary>HMAC-SHA256 of the URL with its key, by the decoded secret of the token, in base64url with padding.</summary>
    private static string Sign(string url, string token)
    {
        var (id, secret) = (token.Split('_')[0], token.Split('_')[1]);
        var signed = WithKey(url, id);
        var signature = HMACSHA256.HashData(Convert.FromHexString(secret), Encoding.UTF8.GetBytes(signed));
        return $"{signed}&signature={Convert.ToBase64String(signature).Replace('+', '-').Replace('/', '_')}";
    }

    private static string Corrupt(string url) => url[..^5] + (url[^5] == 'A' ? 'B' : 'A') + url[^4..];
}
