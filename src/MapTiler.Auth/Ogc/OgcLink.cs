using System.Text.Json;
using MapTiler.Maps;

namespace MapTiler.Ogc;

/// <summary>A link of an OGC document.</summary>
public sealed class OgcLink
{
    internal OgcLink(JsonElement json)
    {
        Href = StyleSource.Text(json, "href") ?? "";
        Rel = StyleSource.Text(json, "rel");
        Type = StyleSource.Text(json, "type");
        Title = StyleSource.Text(json, "title");
        IsTemplated = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("templated", out var templated) && templated.ValueKind == JsonValueKind.True;
    }

    /// <summary>Where it leads, without a credential.</summary>
    public string Href { get; }

    /// <summary>What it is to the document, such as <c>self</c> or <c>item</c>.</summary>
    public string? Rel { get; }

    /// <summary>The content type of what it leads to.</summary>
    public string? Type { get; }

    /// <summary>What a person should read.</summary>
    public string? Title { get; }

    /// <summary>Whether <see cref="Href"/> has placeholders, such as <c>{tileMatrix}</c>, to be filled first.</summary>
    public bool IsTemplated { get; }

    /// <summary>The address and what it is.</summary>
    public override string ToString() => Rel is null ? Href : $"{Rel}: {Href}";
}
