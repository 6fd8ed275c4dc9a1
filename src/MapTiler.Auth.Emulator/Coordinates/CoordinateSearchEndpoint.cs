namespace MapTiler.Emulator;

/// <summary><c>/coordinates/search/{query}.json</c>.</summary>
internal sealed class CoordinateSearchEndpoint(EpsgRegistry registry) : DocumentEndpoint("coordinates/search")
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 50;

    protected override Response Respond(IncomingRequest request, string question)
    {
        var query = new CoordinateQuery(Uri.UnescapeDataString(question));
        var parameters = new ParameterReader(request);
        var limit = parameters.Integer("limit", DefaultLimit, 1, MaxLimit);
        var offset = parameters.Integer("offset", 0, 0, int.MaxValue);
        var (transformations, exports) = (parameters.Flag("transformations"), parameters.Flag("exports"));

        var found = registry.Items.Where(query.Matches).ToList();
        return JsonResponse.Write(json =>
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
