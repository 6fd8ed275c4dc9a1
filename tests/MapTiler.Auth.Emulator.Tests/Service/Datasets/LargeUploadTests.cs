using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

[CollectionDefinition(nameof(LargeUploadTests), DisableParallelization = true)]
[Collection(nameof(LargeUploadTests))]
public sealed class LargeUploadTests
{
    private const int Parts = 8;
    private const int PartSize = 8 << 20;
    private const long Size = Parts * PartSize;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Large_file_is_uploaded_with_constant_memory_and_deleted_at_the_end()
    {
        string folder;
        await using (var emulator = await MapTilerEmulator.StartAsync(new() { PartSize = PartSize }, Cancellation))
        {
            using var client = new HttpClient();
            var announcement = new { filename = "a.geojson", size = Size, supported_upload_types = (string[])["s3_multipart"] };
            var ingest = await PostAsync(client, emulator, "ingest", announcement);
            var parts = ingest.GetProperty("upload").GetProperty("parts").EnumerateArray().ToArray();
            var memory = GC.GetTotalMemory(forceFullCollection: true);
            var peak = 0L;

            var tags = new List<object>();
            foreach (var part in parts)
            {
                using var request = new HttpRequestMessage(HttpMethod.Put, part.GetProperty("url").GetString())
                {
                    Content = new StreamContent(new EndlessStream(PartSize)) { Headers = { ContentLength = PartSize } },
                };
                using var response = await client.SendAsync(request, Cancellation);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                tags.Add(new { part_id = part.GetProperty("part_id").GetInt32(), etag = response.Headers.ETag!.Tag });
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - memory);
            }

            var id = ingest.GetProperty("id").GetString();
            await PostAsync(client, emulator, $"ingest/{id}/process", new { upload_result = new { type = "s3_multipart", parts = tags } });

            Assert.True(peak < PartSize / 2, $"{peak} bytes more");
            Assert.Equal(await HashOfSpacesAsync(), await Assert.Single(emulator.Uploads).ComputeSha256Async(Cancellation));
            folder = Path.GetDirectoryName(Assert.Single(emulator.Uploads).Parts.Files()[0].Path)!;
            Assert.Equal(Parts, Directory.GetFiles(folder).Length);
        }

        Assert.False(Directory.Exists(folder));
    }

    private static async Task<string> HashOfSpacesAsync() =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(new EndlessStream(Size), Cancellation));

    private static async Task<JsonElement> PostAsync(HttpClient client, MapTilerEmulator emulator, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(emulator.ServiceBaseAddress, $"v1/datasets/{path}"));
        request.Headers.Add("Authorization", $"Token {emulator.ServiceToken}");
        request.Content = JsonContent.Create(body);
        await request.Content.LoadIntoBufferAsync(Cancellation);
        using var response = await client.SendAsync(request, Cancellation);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
