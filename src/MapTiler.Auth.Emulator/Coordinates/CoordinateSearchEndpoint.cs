namespace MapTiler.Emulator;

/// <summary><c>/coordinates/search/{query}.json</c>.</summary>
internal sealed class CoordinateSearchEndpoint(EpsgRegistry registry) : Endpoint
{
    private const string Prefix = "/coordinates/search/";
    private const string Suffix = ".json";
    private const int DefaultLimit = 10;
    private const int MaxLimit = 50;

    public override bool Matches(string rawPath) =>
        rawPath.Length > Prefix.Length + Suffix.Length
        && rawPath.StartsWith(Prefix, StringComparison.Ordinal)
        && rawPath.EndsWith(Suffix, StringComparison.Ordinal);

    public override Answer? Respond(IncomingRequest request)
    {
        var query = new CoordinateQuery(Uri.UnescapeDataString(request.Target.Path[Prefix.Length..^Suffix.Length]));
        var parameters = new ParameterReader(request);
        var limit = parameters.Integer("limit", DefaultLimit, 1, MaxLimit);
        var offset = parameters.Integer("offset", 0, 0, int.MaxValue);
        var (transformations, exports) = (parameters.Flag("transformations"), parameters.Flag("exports"));

        var found = registry.Items.Where(query.Matches).ToList();
        return JsonAnswer.Write(json =>
        {
            var writer = new EpsgWriter(json, registry, transformations, exports);
            json.WriteStartObject();
            json.WriteStartArray("results");
            foreach (var item in found.Skip(offset).Take(limit))
                writer.Write(item);
            json.WriteEndArray();
            json.WriteNumber("total", found.Count);
            json.WriteEndObject();
        }, cost: 1);
    }
}
