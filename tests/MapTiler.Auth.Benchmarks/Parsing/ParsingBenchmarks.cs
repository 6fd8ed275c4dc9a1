using System.Text.Json;
using BenchmarkDotNet.Attributes;
using MapTiler.Geocoding;
using Newtonsoft.Json.Serialization;

namespace MapTiler.Benchmarks.Parsing;

/// <summary>A batch answer from its bytes to objects; all keep the members that have no property.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 10, iterationCount: 30)] // long enough for a machine that is shared
public class ParsingBenchmarks
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly Newtonsoft.Json.JsonSerializer Serializer =
        Newtonsoft.Json.JsonSerializer.Create(new() { ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() } });

    [GlobalSetup]
    public void Check()
    {
        var ours = JsonSerializer.Serialize(Ours());
        if (ours != JsonSerializer.Serialize(Json_document()) || !ours.Contains("text_de", StringComparison.Ordinal))
            throw new InvalidOperationException("The contestants read something else.");
    }

    [Benchmark(Baseline = true)]
    public object Ours() => GeocodingJson.ReadBatch(BatchAnswer.Utf8)!;

    [Benchmark]
    public object Json_document() => DocumentReader.Read(BatchAnswer.Utf8);

    [Benchmark]
    public object Generated() => JsonSerializer.Deserialize(BatchAnswer.Utf8, PeerJson.Default.ListGeocodingResult)!;

    [Benchmark]
    public object Reflection() => JsonSerializer.Deserialize<List<PlainResult<JsonElement>>>(BatchAnswer.Utf8, SnakeCase)!;

    [Benchmark]
    public object Newtonsoft_json()
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StreamReader(new MemoryStream(BatchAnswer.Utf8)));
        return Serializer.Deserialize<List<PlainResult<object>>>(reader)!;
    }
}
