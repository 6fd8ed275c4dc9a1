using System.Globalization;
using System.Text.Json;

namespace MapTiler.Emulator.Coordinates;

/// <summary>Writes the results of a search.</summary>
internal sealed class EpsgWriter(Utf8JsonWriter json, EpsgRegistry registry, bool transformations, bool exports)
{
    private const string Authority = "EPSG";
    private const int Wgs84 = 4326;

    public void Write(EpsgItem item)
    {
        json.WriteStartObject();
        WriteId("id", item.Code);
        json.WriteString("kind", item.Kind);
        json.WriteString("name", item.Name);
        json.WriteBoolean("deprecated", item.Deprecated);
        WriteArea(item.Area, item.Bbox);
        if (item.Unit is not null)
            json.WriteString("unit", item.Unit);
        var operations = item.Transformations.Select(code => registry.FindOperation(code)!).ToList();
        var usual = EpsgOperation.Usual(operations, item.Bbox ?? [-180, -90, 180, 90]);
        if ((item.Accuracy ?? usual?.Accuracy) is { } accuracy)
            json.WriteNumber("accuracy", accuracy);
        WriteTransformations(operations, usual);
        if (exports && item.Wkt is not null)
            WriteExports(item.Proj4!, item.Wkt);
        json.WriteEndObject();
    }

    private void WriteTransformations(List<EpsgOperation> operations, EpsgOperation? usual)
    {
        if (usual is not null)
            WriteId("default_transformation", usual.Code);
        json.WriteStartArray("transformations");
        foreach (var operation in operations)
        {
            if (transformations)
                Write(operation);
            else
                json.WriteNumberValue(operation.Code);
        }

        json.WriteEndArray();
    }

    private void Write(EpsgOperation operation)
    {
        json.WriteStartObject();
        WriteId("id", operation.Code);
        json.WriteString("name", operation.Name);
        json.WriteBoolean("reversible", true);
        json.WriteStartArray("grids");
        json.WriteEndArray();
        json.WriteBoolean("usable", true);
        json.WriteBoolean("deprecated", false);
        json.WriteNumber("accuracy", operation.Accuracy);
        WriteArea(operation.Area, operation.Bbox);
        WriteId("target_crs", Wgs84);
        json.WriteString("unit", "metre");
        if (exports)
        {
            var shifts = string.Join(',', operation.ToWgs84.Select(v => v.ToString(CultureInfo.InvariantCulture)));
            WriteExports($"+towgs84={shifts}", $"TOWGS84[{shifts}]");
        }

        json.WriteEndObject();
    }

    private void WriteId(string name, int code)
    {
        json.WriteStartObject(name);
        json.WriteString("authority", Authority);
        json.WriteNumber("code", code);
        json.WriteEndObject();
    }

    private void WriteArea(string? area, double[]? bounds)
    {
        if (area is not null)
            json.WriteString("area", area);
        if (bounds is null)
            return;
        json.WriteStartArray("bbox");
        foreach (var side in bounds)
            json.WriteNumberValue(side);
        json.WriteEndArray();
    }

    private void WriteExports(string proj4, string wkt)
    {
        json.WriteStartObject("exports");
        json.WriteString("proj4", proj4);
        json.WriteString("wkt", wkt);
        json.WriteEndObject();
    }
}
