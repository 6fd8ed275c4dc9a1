using CsCheck;
using MapTiler.Authentication;

namespace MapTiler.Tests.Authentication;

public sealed partial class UriSignatureTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        "a", "Z", "0", "-", ".", "_", "~", " ", "č", "ü", "😀", "|", "{", "}", "%7e", "%7E", "%20", "%c3%bc", "%2F", "%3B", "%26", "%25",
        ";", ",", "@", "'", "(", ")", "*", "!", "$", ":", "+", "[", "]", "^", "`", "\"", "<", ">", "key", "signature").Array[0, 12].Select(string.Concat);

    private static readonly Gen<string> Item = Gen.Select(
        Gen.OneOf("key", "signature", "keyword", "monkey", "limit", "q", "", "Key"), Gen.OneOf("", "=", "=="), Text, (name, equals, value) => name + equals + value);

    private static readonly Gen<string> Address = Gen.Select(
        Gen.OneOf("https://api.maptiler.com", "https://api.maptiler.com:8443", "http://127.0.0.1:5080"), Text.Array[1, 4], Item.Array[0, 6], Gen.OneOf("", "#", "#1/2/3?key=a"),
        (origin, path, query, fragment) => origin + "/" + string.Join('/', path) + (query.Length == 0 ? "" : "?" + string.Join('&', query)) + fragment);

    private static readonly Gen<string> Token = Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 1, 40], Gen.Byte.Array[1, 100], (id, secret) => id + "_" + Convert.ToHexString(secret));

    [Fact]
    public void Sign_of_any_URL_returns_the_signature_of_an_independent_implementation() =>
        Gen.Select(Address, Token).Sample((address, token) =>
        {
            var uri = new Uri(address);
            var signed = ServiceToken.Parse(token).Sign(uri).AbsoluteUri;

            return signed == IndependentSignature.Sign(IndependentSignature.WithoutCredential(uri.AbsoluteUri), token)
                && IndependentSignature.Verifies(signed, token)
                && signed.LastIndexOf('&') == signed.LastIndexOf("&signature=", StringComparison.Ordinal)
                && new Uri(signed).AbsoluteUri == signed;
        }, iter: 5_000);

    [Fact]
    public void One_bit_more_is_another_signature() =>
        Gen.Select(Address, Token).Sample((address, token) =>
        {
            var signed = ServiceToken.Parse(token).Sign(new Uri(address)).AbsoluteUri;

            return !IndependentSignature.Verifies(signed.Replace("://", "://x", StringComparison.Ordinal), token)
                && !IndependentSignature.Verifies(signed, token + "00ff");
        }, iter: 500);

    [Fact]
    public void One_token_signs_on_many_threads_at_once()
    {
        const string Token = "id_00ff";
        var token = ServiceToken.Parse(Token);

        Parallel.For(0, 20_000, i => Assert.True(IndependentSignature.Verifies(token.Sign(new Uri($"https://api.maptiler.com/tiles/v3/14/{i}/{new string('1', i % 100)}.pbf")).OriginalString, Token)));
    }
}
