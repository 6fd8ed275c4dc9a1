using System.Globalization;
using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Coordinates;

/// <summary><c>/coordinates/transform/{coordinates}.json</c>. A point that cannot be computed is an empty object.</summary>
internal sealed class CoordinateTransformEndpoint(EpsgRegistry registry) : DocumentEndpoint("/coordinates/transform/{query?}.json")
{
    private const int MaxPoints = 50;
    private const int Wgs84 = 4326;

    protected override Response Respond(IncomingRequest request, string query)
    {
        var items = Uri.UnescapeDataString(query).Split(';');
        if (items.Length > MaxPoints)
            throw new InvalidParameterException(string.Create(CultureInfo.InvariantCulture, $"coordinates (at most {MaxPoints})"));
        var points = Array.ConvertAll(items, item =>
            CoordinateParser.Parse(item) is { Length: 2 or 3 } point ? point : throw new InvalidParameterException("coordinates"));

        var parameters = new ParameterReader(request);
        var (source, target) = (ReadSystem(parameters, "s_srs"), ReadSystem(parameters, "t_srs"));
        var operations = ReadOperations(parameters, source, target);
        var transformer = new CoordinateTransformer(source, target, operations);
        return JsonResponse.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            foreach (var point in points)
            {
                json.WriteStartObject();
                if (transformer.Transform(point[0], point[1]) is var (x, y))
                {
                    json.WriteNumber("x", x);
                    json.WriteNumber("y", y);
                    if (point.Length == 3)
                        json.WriteNumber("z", point[2]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("transformer_selection_strategy", operations.Count > 0 ? "listed" : "auto");
            json.WriteEndObject();
        }, cost: points.Length);
    }

    private DatumLinks ReadSystem(ParameterReader parameters, string name) =>
        registry.FindLinks(parameters.Integer(name, Wgs84, 1, int.MaxValue)) ?? throw new InvalidParameterException(name);

    private List<EpsgOperation> ReadOperations(ParameterReader parameters, DatumLinks source, DatumLinks target)
    {
        if (parameters.One("ops") is not { Length: > 0 } list)
            return [];
        return [.. list.Split('|').Select(item =>
            int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && registry.FindOperation(code) is { } operation
            && (source.IsFor(operation) || target.IsFor(operation))
                ? operation
                : throw new InvalidParameterException("ops"))];
    }
}
