using System.Net.Http.Json;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

/// <summary>A client that uploads a file from memory as the documents tell it, and sends a part again if its connection breaks.</summary>
internal static class SmallUploader
{
    public static async Task<EmulatedUpload> UploadAsync(
        MapTilerEmulator emulator, string fileName, byte[] content, CancellationToken cancellationToken)
    {
        using var storage = new HttpClient();
        using var service = new HttpClient { BaseAddress = new Uri(emulator.ServiceBaseAddress, "v1/datasets/ingest/") };
        service.DefaultRequestHeaders.Add("Authorization", $"Token {emulator.ServiceToken}");

        var ingest = await PostAsync("../ingest", new { filename = fileName, size = content.Length, supported_upload_types = new[] { "s3_multipart" } });
        var upload = ingest.GetProperty("upload");
        var sent = new List<object>();
        foreach (var (part, bytes) in upload.GetProperty("parts").EnumerateArray().Zip(content.Chunk(upload.GetProperty("part_size").GetInt32())))
            sent.Add(new { part_id = part.GetProperty("part_id").GetInt32(), etag = await PutAsync(part.GetProperty("url").GetString()!, bytes) });

        var id = ingest.GetProperty("id").GetGuid();
        await PostAsync($"{id}/process", new { upload_result = new { type = "s3_multipart", parts = sent } });
        using var end = await service.GetAsync(new Uri($"{id}", UriKind.Relative), cancellationToken);
        return emulator.Uploads.Single(u => u.Id == id);

        async Task<JsonElement> PostAsync(string path, object body)
        {
            using var response = await service.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }

        async Task<string> PutAsync(string url, byte[] bytes)
        {
            while (true)
            {
                try
                {
                    using var response = await storage.PutAsync(new Uri(url), new ByteArrayContent(bytes), cancellationToken);
                    return response.Headers.ETag!.Tag;
                }
                catch (HttpRequestException)
                {
                    // The connection broke; the part is sent again.
                }
            }
        }
    }
}
