using System.Text.Json;
using MapTiler.Service;

namespace MapTiler.Tests.Service;

public sealed class ApiKeyTests
{
    private const string Secret = "aB3dE5fG7hJ9kL1mN2pQ";

    [Fact]
    public async Task ApiKey_is_created_by_its_public_members_and_returned_by_a_fake()
    {
        var key = new ApiKey { Id = Guid.NewGuid(), Key = Secret, Name = "shop", UserAgent = "my-app", Origins = ["example.com"], Created = DateTimeOffset.UnixEpoch };
        ApiKeysClient client = new FakeClient(key);

        var returned = await client.GetAsync(key.Id, TestContext.Current.CancellationToken);

        Assert.Equal((key.Id, Secret, "shop"), (returned.Id, returned.Key, returned.Name));
        Assert.Equal(("my-app", "example.com"), (returned.ToSettings().UserAgent, Assert.Single(returned.ToSettings().Origins)));
    }

    [Fact]
    public void ApiKey_without_values_has_an_empty_key_and_no_origins()
    {
        var key = new ApiKey();

        Assert.Equal("", key.Key);
        Assert.Empty(key.Origins);
    }

    [Fact]
    public void ApiKey_is_printed_without_the_key()
    {
        var key = new ApiKey { Key = Secret, Name = "shop" };

        Assert.DoesNotContain(Secret, key + JsonSerializer.Serialize(key), StringComparison.Ordinal);
        Assert.Contains("shop", key.ToString(), StringComparison.Ordinal);
    }

    private sealed class FakeClient(ApiKey key) : ApiKeysClient
    {
        public override Task<ApiKey> GetAsync(Guid keyId, CancellationToken cancellationToken = default) => Task.FromResult(key);
    }
}
