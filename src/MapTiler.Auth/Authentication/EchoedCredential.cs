using System.Net.Http.Headers;

namespace MapTiler.Authentication;

/// <summary>Takes a credential out of the headers of an answer that repeats the address it was asked by.</summary>
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

    /// <summary>The same for where a redirect leads, once nobody follows it any more.</summary>
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
                continue; // it was there twice

            var redacted = values.Select(value => Redaction.Redact(value, secret)).ToList();
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, redacted);
        }
    }
}
