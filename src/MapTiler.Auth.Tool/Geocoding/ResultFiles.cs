using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;

namespace MapTiler.Tool.Geocoding;

/// <summary>The output of a row: the values that are added to its columns.</summary>
internal sealed record RowResult(InputRow Row, string Status, StoredResult? Result, string? Reason)
{
    public const string Found = "found";
    public const string NotFound = "not_found";
    public const string Rejected = "rejected";
    public const string Failed = "failed";
}

/// <summary>Writes the results of all rows, in CSV or GeoJSON.</summary>
internal interface IResultWriter : IDisposable
{
    void Write(RowResult row);
}

/// <summary>Every row with its columns and those of its result.</summary>
internal sealed class CsvResultWriter : IResultWriter
{
    private static readonly string[] Names = ["longitude", "latitude", "place_name", "place_type", "relevance", "status"];

    private readonly CsvFile _input;
    private readonly CsvWriter _csv;

    public CsvResultWriter(Stream output, CsvFile input)
    {
        _input = input;
        _csv = CsvWriter.Create(output, new() { Separator = input.Separator, WriteByteOrderMark = input.HasByteOrderMark });
        _csv.WriteRecord([.. input.Columns, .. Names.Select(name => Unique(name, input.Columns))]);
    }

    public void Write(RowResult row) => _csv.WriteRecord(
    [
        .. row.Row.Fields.Take(_input.Columns.Count),
        Format(row.Result?.Longitude),
        Format(row.Result?.Latitude),
        row.Result?.PlaceName ?? "",
        row.Result?.PlaceType ?? "",
        Format(row.Result?.Relevance),
        row.Status,
    ]);

    public void Dispose() => _csv.Dispose();

    /// <summary>Returns the name of a column that is added to the columns of the input, with a prefix if there is one with this name already.</summary>
    public static string Unique(string name, IReadOnlyList<string> columns) =>
        columns.Contains(name, StringComparer.OrdinalIgnoreCase) ? Unique("maptiler_" + name, columns) : name;

    private static string Format(double? number) => number?.ToString("0.########", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A feature for every row, with a point if its query was found. Its properties are the columns, and those of the result.</summary>
internal sealed class GeoJsonResultWriter(Stream output, CsvFile input) : IResultWriter
{
    private static readonly JsonSerializerOptions Options = new(ResultJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StreamWriter _writer = new(output);
    private string _separator = "{\"type\":\"FeatureCollection\",\"features\":[";

    public void Write(RowResult row)
    {
        var properties = new JsonObject();
        for (var i = 0; i < input.Columns.Count; i++)
            properties[properties.ContainsKey(input.Columns[i]) ? $"{input.Columns[i]}_{i + 1}" : input.Columns[i]] = row.Row.Fields[i];
        properties[CsvResultWriter.Unique("place_name", input.Columns)] = row.Result?.PlaceName;
        properties[CsvResultWriter.Unique("place_type", input.Columns)] = row.Result?.PlaceType;
        properties[CsvResultWriter.Unique("relevance", input.Columns)] = row.Result?.Relevance;
        properties[CsvResultWriter.Unique("status", input.Columns)] = row.Status;

        var geometry = row.Result is { Longitude: { } longitude, Latitude: { } latitude } ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(longitude, latitude) } : null;
        _writer.WriteLine(_separator);
        _writer.Write(new JsonObject { ["type"] = "Feature", ["geometry"] = geometry, ["properties"] = properties }.ToJsonString(Options));
        _separator = ",";
    }

    public void Dispose()
    {
        _writer.WriteLine();
        _writer.WriteLine("]}");
        _writer.Dispose();
    }
}

/// <summary>The rejected and failed rows as they are in the input, with the reason in front. The file does not exist if there are none.</summary>
internal sealed class RejectWriter(string path, CsvFile input) : IDisposable
{
    private CsvWriter? _csv;

    public void Write(RowResult row)
    {
        if (_csv is null)
        {
            _csv = CsvWriter.Create(File.Create(path), new() { Separator = input.Separator, WriteByteOrderMark = input.HasByteOrderMark, ValidateFieldCount = false });
            _csv.WriteRecord([CsvResultWriter.Unique("line", input.Columns), CsvResultWriter.Unique("reason", input.Columns), .. input.Columns]);
        }

        _csv.WriteRecord([row.Row.Line.ToString(CultureInfo.InvariantCulture), row.Reason ?? "", .. row.Row.Fields]);
    }

    public void Dispose() => _csv?.Dispose();
}
