using System.Globalization;
using System.Text.Json;

namespace MapTiler;

/// <summary>Reads a flat JSON array of numbers without allocating.</summary>
internal static class NumberArray
{
    /// <summary>Reads the current array.</summary>
    /// <returns>The number of elements; those beyond the length of <paramref name="numbers"/> are skipped.</returns>
    public static int Read(ref Utf8JsonReader reader, scoped Span<double> numbers, bool allowQuotes = false)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Expected an array of numbers.");

        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number && !(allowQuotes && reader.TokenType == JsonTokenType.String))
                throw new JsonException("Expected a number.");
            if (count < numbers.Length)
                numbers[count] = reader.TokenType == JsonTokenType.Number ? Finite(reader.GetDouble()) : ReadText(ref reader);
            count++;
        }

        return count;
    }

    private static double ReadText(ref Utf8JsonReader reader) =>
        double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Finite(number) : throw new JsonException("Expected a number.");

    private static double Finite(double number) =>
        double.IsNaN(number) || double.IsInfinity(number) ? throw new JsonException("Expected a number in the range of a double.") : number;
}
