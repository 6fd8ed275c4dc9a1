using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BulkGeocoding;

/// <summary>Writes completed results as GeoJSON.</summary>
internal static class GeoJsonFile
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes a point for every row that was found, with the columns of the input as properties. The file is moved to its path when it is complete.
    /// </summary>
    public static void Write(OutputFiles files, char separator)
    {
        var temporary = files.GeoJson + ".tmp";
        using (var csv = new CsvFile(files.Csv, separator))
        using (var stream = File.Create(temporary))
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            stream.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
            var separation = "\n"u8.ToArray();
            foreach (var fields in csv.ReadRows().Where(fields => fields[^(ResultColumns.Count - ResultColumns.Longitude)].Length > 0))
            {
                stream.Write(separation);
                separation = [.. ",\n"u8];
                WriteFeature(json, csv.Header, fields);
                json.Flush();
                json.Reset();
            }

            stream.Write("\n]}\n"u8);
        }

        File.Move(temporary, files.GeoJson, overwrite: true);
    }

    private static void WriteFeature(Utf8JsonWriter json, IReadOnlyList<string> header, string[] fields)
    {
        var columns = header.Count - ResultColumns.Count;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(ParseNumber(fields[columns + ResultColumns.Longitude]));
        json.WriteNumberValue(ParseNumber(fields[columns + ResultColumns.Latitude]));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        for (var i = 0; i < columns; i++)
            json.WriteString(header[i], fields[i]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static double ParseNumber(string value) => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
