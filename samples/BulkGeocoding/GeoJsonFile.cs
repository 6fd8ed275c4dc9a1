using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BulkGeocoding;

/// <summary>Makes GeoJSON of finished results.</summary>
internal static class GeoJsonFile
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes a point for every row that has a place, with the columns of the input as its properties. The file is there
    /// whole or not at all.
    /// </summary>
    public static void Write(OutputFiles files, char separator)
    {
        var unfinished = files.GeoJson + ".tmp";
        using (var csv = new CsvFile(files.Csv, separator))
        using (var stream = File.Create(unfinished))
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

        File.Move(unfinished, files.GeoJson, overwrite: true);
    }

    private static void WriteFeature(Utf8JsonWriter json, IReadOnlyList<string> header, string[] fields)
    {
        var columns = header.Count - ResultColumns.Count;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(Number(fields[columns + ResultColumns.Longitude]));
        json.WriteNumberValue(Number(fields[columns + ResultColumns.Latitude]));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        for (var i = 0; i < columns; i++)
            json.WriteString(header[i], fields[i]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
