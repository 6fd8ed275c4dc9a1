using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The count of a day or a month.</summary>
public sealed class AnalyticsCount
{
    /// <summary>The day, or the first of the month.</summary>
    [JsonPropertyName("date")]
    public DateTime? Date { get; set; }

    /// <summary>How many.</summary>
    [JsonPropertyName("value")]
    public long Value { get; set; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Date:yyyy-MM-dd}: {Value}");
}
