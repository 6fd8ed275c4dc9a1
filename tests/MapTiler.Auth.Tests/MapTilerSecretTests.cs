using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace MapTiler.Tests;

public sealed class MapTilerSecretTests
{
    [Fact]
    public void Secret_converts_from_a_string_and_only_Reveal_returns_it()
    {
        MapTilerSecret secret = Secrets.Key;

        Assert.Equal(Secrets.Key, secret.Reveal());
        Assert.Equal("***", secret.ToString());
        Assert.Equal("\"***\"", JsonSerializer.Serialize(secret));
        Assert.Equal(Secrets.Key, JsonSerializer.Deserialize<MapTilerSecret>($"\"{Secrets.Key}\"")!.Reveal());
        Assert.Empty(typeof(MapTilerSecret).GetProperties());
        Assert.Null((MapTilerSecret?)(string?)null);
        Assert.DoesNotContain(Secrets.Key, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MapTilerSecret>("12")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_equal_if_their_strings_are()
    {
        MapTilerSecret secret = Secrets.Key;

        Assert.Equal((MapTilerSecret)Secrets.Key, secret);
        Assert.Equal(((MapTilerSecret)Secrets.Key).GetHashCode(), secret.GetHashCode());
        Assert.NotEqual((MapTilerSecret)Secrets.OtherKey, secret);
        Assert.True(secret == new MapTilerSecret(Secrets.Key) && secret == Secrets.Key && secret != Secrets.OtherKey);
        Assert.True(secret != null && null != secret && (MapTilerSecret?)null == null);
        Assert.True(secret.Equals(new MapTilerSecret(Secrets.Key)) && !secret.Equals(null));
        Assert.Throws<ArgumentNullException>("value", () => new MapTilerSecret(null!));
    }

    [Fact]
    public void Options_that_an_application_binds_by_itself_have_their_secrets()
    {
        var options = new MapTilerOptions();

        ValidatedOptions.Configuration(("ApiKey", Secrets.Key), ("MapApiKeys:streets-v4", Secrets.OtherKey)).Bind(options);

        Assert.Equal(Secrets.Key, options.ApiKey?.Reveal());
        Assert.Equal(Secrets.OtherKey, options.MapApiKeys["streets-v4"].Reveal());
        Assert.Equal("***", TypeDescriptor.GetConverter(typeof(MapTilerSecret)).ConvertFromInvariantString(Secrets.Key)!.ToString());
    }
}
