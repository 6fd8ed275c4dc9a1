using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

public sealed partial class UriSignatureTests
{
    public static TheoryData<string> Ids => [.. SigningVector.All.Keys];

    [Fact]
    public void There_are_twenty_vectors() => Assert.Equal(Enumerable.Range(1, 20).Select(i => $"V{i:00}"), SigningVector.All.Keys);

    [Theory, MemberData(nameof(Ids))]
    public void Sign_gives_the_published_signature(string id)
    {
        var vector = SigningVector.All[id];
        var expected = id == "V20" ? SigningVector.All["V07"].Signed : vector.Signed; // System.Uri writes escapes in capitals

        var signed = ServiceToken.Parse(vector.Token).Sign(new Uri(vector.Input));

        Assert.Equal(expected, signed.AbsoluteUri);
        Assert.Equal(expected, signed.OriginalString);
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_text_itself_is_signed_as_it_stands(string id)
    {
        var vector = SigningVector.All[id];

        Assert.Equal(vector.Signed, ServiceToken.Parse(vector.Token).Sign(Redaction.RemoveFromUrl(vector.Input)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_independent_signature_of_these_tests_agrees(string id)
    {
        var vector = SigningVector.All[id];

        Assert.Equal(vector.Signed, IndependentSignature.Sign(IndependentSignature.WithoutCredential(vector.Input), vector.Token));
    }

    [Theory]
    [InlineData("https://api.maptiler.com/geocoding/Brno.json", "?key=", "ZDm_ckVHAYWOUSXG8Fus5uoRpWRnY4cgrjCdundUmH8=")]
    [InlineData("https://api.maptiler.com/geocoding/Praha 1.json?limit=1", "&key=", "TxRO8oppLG2WlADjg2TIp4aWq6kWKEOenSfbkJomWxM=")]
    public void The_token_of_the_vendors_page_signs_geocoding(string uri, string parameter, string signature)
    {
        var token = ServiceToken.Parse(SigningVector.All["V02"].Token);

        Assert.Equal(new Uri(uri).AbsoluteUri + parameter + token.KeyId + "&signature=" + signature, token.Sign(new Uri(uri)).AbsoluteUri);
    }
}
