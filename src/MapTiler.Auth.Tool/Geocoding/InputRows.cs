using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MapTiler.Geocoding;

namespace MapTiler.Tool.Geocoding;

/// <summary>A row of the input.</summary>
/// <param name="Line">The line of the file where the row starts.</param>
/// <param name="Fields">At least one field for each column.</param>
/// <param name="Query">The query of the row.</param>
/// <param name="Problem">The reason why the row is not sent; <see langword="null"/> if it is sent.</param>
internal sealed record InputRow(long Line, string[] Fields, GeocodingQuery Query, string? Problem)
{
    /// <summary>The same for equal queries.</summary>
    public UInt128 Key => KeyOf(Query);

    public static UInt128 KeyOf(GeocodingQuery query) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(query.ToString())));
}

/// <summary>The rows of a file with their queries.</summary>
/// <param name="file">The file.</param>
/// <param name="columns">The columns that are the query: the parts of an address, or the longitude and the latitude.</param>
/// <param name="isReverse">Whether the columns are coordinates.</param>
internal sealed class InputRows(CsvFile file, IReadOnlyList<string> columns, bool isReverse)
{
    private readonly int[] _columns = [.. columns.Select(name => file.IndexOf(name, "--column"))];

    public IEnumerable<InputRow> Read() => file.ReadRows().Select(row =>
    {
        var (query, problem) = row.Fields.Length > file.Columns.Count
            ? (default, $"The row has {row.Fields.Length} fields, but there are {file.Columns.Count} columns. Put quotes around values that contain a '{file.Separator}'.")
            : QueryOf([.. _columns.Select(column => row.Fields[column].Trim())]);
        return new InputRow(row.Line, row.Fields, query, problem);
    });

    private (GeocodingQuery Query, string? Problem) QueryOf(string[] values)
    {
        if (isReverse)
        {
            return TryParse(values[0], 180, out var longitude) && TryParse(values[1], 90, out var latitude)
                ? (new LngLat(longitude, latitude), null)
                : (default, $"{string.Join(", ", columns)} is not a longitude and a latitude in degrees.");
        }

        var query = string.Join(", ", values.Where(value => value.Length > 0));
        return (query, query.Length == 0 ? $"{string.Join(", ", columns)} is empty." : null);
    }

    private static bool TryParse(string value, double max, out double degrees) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= max;
}
