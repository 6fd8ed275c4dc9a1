using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

public sealed partial class UriSignatureTests
{
    public static TheoryData<string> Ids => [.. SigningVector.All.Keys];

    [Fact]
    public void Vectors_are_V01_to_V20() => Assert.Equal(Enumerable.Range(1, 20).Select(i => $"V{i:00}"), SigningVector.All.Keys);

    [Theory, MemberData(nameof(Ids))]
    public void Sign_returns_the_published_signature(string id)
    {
        var vector = SigningVector.All[id];
        var expected = id == "V20" ? SigningVector.All["V07"].Signed : vector.Signed; // System.Uri writes escapes in capitals

        var signed = ServiceToken.Parse(vector.Token).Sign(new Uri(vector.Input));

        Assert.Equal(expected, signed.AbsoluteUri);
        Assert.Equal(expected, signed.OriginalString);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Sign_of_a_string_does_not_normalize_it(string id)
    {
        var vector = SigningVector.All[id];

        Assert.Equal(vector.Signed, ServiceToken.Parse(vector.Token).Sign(Redaction.RemoveFromUrl(vector.Input)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void IndependentSignature_returns_the_published_signature(string id)
    {
        var vector = SigningVector.All[id];

        Assert.Equal(vector.Signed, IndependentSignature.Sign(IndependentSignature.WithoutCredential(vector.Input), vector.Token));
    }

    [Theory]
    [InlineData("https://api.maptiler.com/geocoding/Brno.json", "?key=", "ZDm_ckVHAYWOUSXG8Fus5uoRpWRnY4cgrjCdundUmH8=")]
    [InlineData("https://api.maptiler.com/geocoding/Praha 1.json?limit=1", "&key=", "TxRO8oppLG2WlADjg2TIp4aWq6kWKEOenSfbkJomWxM=")]
    public void Sign_with_the_token_of_the_documentation_signs_geocoding(string uri, string parameter, string signature)
    {
        var token = ServiceToken.Parse(SigningVector.All["V02"].Token);

        Assert.Equal(new Uri(uri).AbsoluteUri + parameter + token.KeyId + "&signature=" + signature, token.Sign(new Uri(uri)).AbsoluteUri);
    }
}
