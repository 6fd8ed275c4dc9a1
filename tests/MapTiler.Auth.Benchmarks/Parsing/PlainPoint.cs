namespace MapTiler.Benchmarks.Parsing;

public sealed class PlainPoint
{
    public string? Type { get; set; }

    public double[]? Coordinates { get; set; }
}
