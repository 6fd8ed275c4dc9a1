using System.Globalization;
using System.Text.Json.Nodes;

namespace MapTiler.Emulator.Coordinates;

/// <summary>Creates the JSON of the results of a search.</summary>
internal sealed class EpsgWriter(EpsgRegistry registry, bool transformations, bool exports)
{
    private const int Wgs84 = 4326;

    public JsonObject Describe(EpsgItem item)
    {
        var result = new JsonObject { ["id"] = Id(item.Code), ["kind"] = item.Kind, ["name"] = item.Name, ["deprecated"] = item.Deprecated };
        AddArea(result, item.Area, item.Bbox);
        if (item.Unit is not null)
            result["unit"] = item.Unit;
        var operations = item.Transformations.Select(code => registry.FindOperation(code)!).ToList();
        var usual = EpsgOperation.Usual(operations, item.Bbox ?? [-180, -90, 180, 90]);
        if ((item.Accuracy ?? usual?.Accuracy) is { } accuracy)
            result["accuracy"] = accuracy;
        if (usual is not null)
            result["default_transformation"] = Id(usual.Code);
        result["transformations"] = new JsonArray([.. operations.Select(o => transformations ? Describe(o) : (JsonNode)o.Code)]);
        if (exports && item.Wkt is not null)
            result["exports"] = Exports(item.Proj4!, item.Wkt);
        return result;
    }

    private JsonObject Describe(EpsgOperation operation)
    {
        var result = new JsonObject
        {
            ["id"] = Id(operation.Code),
            ["name"] = operation.Name,
            ["reversible"] = true,
            ["grids"] = new JsonArray(),
            ["usable"] = true,
            ["deprecated"] = false,
            ["accuracy"] = operation.Accuracy,
        };
        AddArea(result, operation.Area, operation.Bbox);
        result["target_crs"] = Id(Wgs84);
        result["unit"] = "metre";
        if (exports)
        {
            var shifts = string.Join(',', operation.ToWgs84.Select(v => v.ToString(CultureInfo.InvariantCulture)));
            result["exports"] = Exports($"+towgs84={shifts}", $"TOWGS84[{shifts}]");
        }

        return result;
    }

    private static JsonObject Id(int code) => new() { ["authority"] = "EPSG", ["code"] = code };

    private static void AddArea(JsonObject result, string? area, double[]? bbox)
    {
        if (area is not null)
            result["area"] = area;
        if (bbox is not null)
            result["bbox"] = new JsonArray([.. bbox.Select(side => JsonValue.Create(side))]);
    }

    private static JsonObject Exports(string proj4, string wkt) => new() { ["proj4"] = proj4, ["wkt"] = wkt };
}
