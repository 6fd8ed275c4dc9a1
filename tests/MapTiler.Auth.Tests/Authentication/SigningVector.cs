using System.Text.Json;

namespace MapTiler.Tests.Authentication;

/// <summary>One line of <c>signing-vectors.json</c>: made with the vendor's published algorithm, not with this library.</summary>
internal sealed record SigningVector(string Id, string Note, string Token, string Input, string Signed)
{
    public static readonly IReadOnlyDictionary<string, SigningVector> All = JsonSerializer
        .Deserialize<List<SigningVector>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "signing-vectors.json")), JsonSerializerOptions.Web)!
        .ToDictionary(vector => vector.Id);
}
