using System.Text;

namespace MapTiler.Emulator.Http;

/// <summary>The target in the request line, split but not decoded.</summary>
internal sealed class RequestTarget
{
    private const string Redaction = "***";

    private RequestTarget(string raw, string path, List<QueryParameter> parameters)
    {
        Raw = raw;
        Path = path;
        Parameters = parameters;
        foreach (var parameter in parameters)
        {
            SignatureIsLast = false;
            if (parameter.Name == "key")
            {
                KeyCount++;
                Key = parameter.Value;
            }
            else if (parameter.Name == "signature")
            {
                SignatureCount++;
                SignatureIsLast = true;
            }
        }
    }

    public string Raw { get; }

    /// <summary>Still percent-encoded: a <c>%3B</c> and a <c>;</c> do not mean the same here.</summary>
    public string Path { get; }

    public IReadOnlyList<QueryParameter> Parameters { get; }

    /// <summary>The last value of the parameter <c>key</c>, decoded.</summary>
    public string? Key { get; }

    public int KeyCount { get; }

    public int SignatureCount { get; }

    public bool SignatureIsLast { get; }

    /// <param name="raw">The target as it was sent.</param>
    /// <param name="basePath">The path prefix of the server without a slash at its end. A path outside of it is empty.</param>
    public static RequestTarget Parse(string raw, string basePath = "")
    {
        // A client behind a proxy sends the absolute form.
        var pathStart = 0;
        if (!raw.StartsWith('/') && raw.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0)
            pathStart = raw.IndexOf('/', scheme + 3) is var slash and > 0 ? slash : raw.Length;

        var question = raw.IndexOf('?', pathStart);
        var path = question < 0 ? raw[pathStart..] : raw[pathStart..question];
        var parameters = new List<QueryParameter>();
        if (question >= 0)
        {
            foreach (var item in raw[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
                parameters.Add(QueryParameter.Parse(item));
        }

        if (basePath.Length > 0)
            path = path.StartsWith(basePath + "/", StringComparison.Ordinal) ? path[basePath.Length..] : "";
        return new(raw, path, parameters);
    }

    /// <summary>The target with every credential replaced.</summary>
    public string Redact()
    {
        if (!Parameters.Any(p => p.IsCredential))
            return Raw;

        var redacted = new StringBuilder(Raw, 0, Raw.IndexOf('?') + 1, Raw.Length);
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (i > 0)
                redacted.Append('&');
            var parameter = Parameters[i];
            if (parameter.IsCredential)
                redacted.Append(parameter.Name).Append('=').Append(Redaction);
            else
                redacted.Append(parameter.Raw);
        }

        return redacted.ToString();
    }
}

/// <summary>One item of a query string.</summary>
/// <param name="Raw">The item as it was sent.</param>
/// <param name="Name">Its name, decoded.</param>
/// <param name="Value">Its value, decoded.</param>
internal readonly record struct QueryParameter(string Raw, string Name, string Value)
{
    /// <summary>Wider than what the service reads as one, so that a misspelt credential is redacted too.</summary>
    public bool IsCredential =>
        Name.Equals("key", StringComparison.OrdinalIgnoreCase)
        || Name.Equals("signature", StringComparison.OrdinalIgnoreCase)
        || Name.Equals("X-Amz-Signature", StringComparison.OrdinalIgnoreCase);

    public static QueryParameter Parse(string item)
    {
        var equals = item.IndexOf('=');
        return equals < 0
            ? new(item, Decode(item), "")
            : new(item, Decode(item[..equals]), Decode(item[(equals + 1)..]));
    }

    public override string ToString() => IsCredential ? $"{Name}=***" : Raw;

    private static string Decode(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));
}
