using System.Text.Json;
using MapTiler.Emulator.Authentication;

namespace MapTiler.Emulator.Tests;

public sealed class SigningVectorTests : EmulatorTest
{
    private static readonly SigningVector[] Vectors = Read();

    public static TheoryData<string> Ids => [.. Vectors.Select(v => v.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_vector_verifies(string id)
    {
        var vector = Find(id);
        Assert.True(SignatureVerifier.Verify(vector.Signed, ServiceCredential.Parse(vector.Token, id).Secret));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_vector_verifies_with_another_path(string id)
    {
        var vector = Find(id);
        var changed = vector.Signed.Replace(".json", ".jsom").Replace("/maps/", "/mapz/");
        Assert.False(SignatureVerifier.Verify(changed, ServiceCredential.Parse(vector.Token, id).Secret));
    }

    [Theory]
    [InlineData("V07", "V20")]
    [InlineData("V06", "V19")]
    public void Escape_case_and_order_of_parameters_count(string one, string other)
    {
        var signature = Find(other).Signed[Find(other).Signed.IndexOf("&signature=", StringComparison.Ordinal)..];
        var url = Find(one).Signed[..Find(one).Signed.IndexOf("&signature=", StringComparison.Ordinal)];
        Assert.False(SignatureVerifier.Verify(url + signature, ServiceCredential.Parse(Find(one).Token, one).Secret));
    }

    [Fact]
    public async Task Vector_of_a_local_host_is_accepted_over_HTTP()
    {
        var vector = Find("V16");
        var url = new Uri(vector.Signed);
        Emulator.AddServiceToken(vector.Token, "V16");

        using var response = await SendAsync(url.PathAndQuery, null, ("Host", url.Authority));

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("V16", Assert.Single(Emulator.Requests).KeyName);
    }

    private static SigningVector Find(string id) => Vectors.Single(v => v.Id == id);

    private static SigningVector[] Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "signing-vectors.json"));
        return JsonSerializer.Deserialize<SigningVector[]>(file, JsonSerializerOptions.Web)!;
    }
}
