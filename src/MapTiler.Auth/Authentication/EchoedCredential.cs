using System.Net.Http.Headers;

namespace MapTiler.Authentication;

/// <summary>Redacts the credential in response headers that echo the URL of the request.</summary>
internal static class EchoedCredential
{
    public static void Hide(HttpResponseMessage response, string? secret)
    {
        if (response.ReasonPhrase is { } phrase && Redaction.IsNeeded(phrase, secret))
            response.ReasonPhrase = Redaction.Redact(phrase, secret);
        Hide(response.Headers, secret);
        if (response.Content is { } content)
            Hide(content.Headers, secret);
    }

    /// <summary>Redacts the credential in the Location header of a redirect that is not followed.</summary>
    public static void HideLocation(HttpResponseMessage response, string? secret)
    {
        if (response.Headers.TryGetValues("Location", out var values) && values.ToList() is var locations && locations.Exists(location => Redaction.IsNeeded(location, secret)))
        {
            response.Headers.Remove("Location");
            response.Headers.TryAddWithoutValidation("Location", locations.Select(location => Redaction.Redact(location, secret)));
        }
    }

    private static void Hide(HttpHeaders headers, string? secret)
    {
        List<string>? echoing = null;
#if NET
        foreach (var header in headers.NonValidated)
#else
        foreach (var header in headers)
#endif
        {
            foreach (var value in header.Value)
            {
                if (header.Key != "Location" && Redaction.IsNeeded(value, secret))
                    (echoing ??= []).Add(header.Key);
            }
        }

        foreach (var name in echoing ?? [])
        {
            if (!headers.TryGetValues(name, out var values))
                continue; // the name was in the list twice

            var redacted = values.Select(value => Redaction.Redact(value, secret)).ToList();
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, redacted);
        }
    }
}
