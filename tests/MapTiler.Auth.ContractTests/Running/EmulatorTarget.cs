using System.Text;
using System.Text.Json;
using MapTiler.Emulator;

namespace MapTiler.ContractTests;

/// <summary>An emulator with an account that contains everything that the facts need.</summary>
internal sealed class EmulatorTarget : Target, IAsyncDisposable
{
    public const string MapId = "0192a2f0-0000-7000-8000-00000000000a";

    private const string Dataset = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","geometry":{"type":"Point","coordinates":[8.5,47.4]},"properties":{"name":"Zürich"}}
        ]}
        """;

    private readonly MapTilerEmulator _emulator;

    private EmulatorTarget(MapTilerEmulator emulator) => _emulator = emulator;

    public static async Task<EmulatorTarget> StartAsync(CancellationToken cancellationToken)
    {
        var emulator = await MapTilerEmulator.StartAsync(cancellationToken: cancellationToken);
        using var client = new HttpClient { BaseAddress = new(emulator.ServiceBaseAddress, "v1/") };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Token {emulator.ServiceToken}");
        var target = new EmulatorTarget(emulator)
        {
            BaseAddress = emulator.BaseAddress,
            ServiceBaseAddress = emulator.ServiceBaseAddress,
            ServiceToken = emulator.ServiceToken,
            Keys = AddKeys(emulator),
            Ids = await PrepareAsync(emulator, client, cancellationToken),
        };
        await target.FindIdsAsync(client, cancellationToken);
        return target;
    }

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    private static Dictionary<Credential, string> AddKeys(MapTilerEmulator emulator)
    {
        var (free, expired, exhausted) = (emulator.AddKey("free"), emulator.AddKey("expired"), emulator.AddKey("exhausted"));
        free.Plan = EmulatedPlan.Free;
        expired.Status = EmulatedKeyStatus.Suspended;
        exhausted.Status = EmulatedKeyStatus.QuotaExceeded;
        return new()
        {
            [Credential.ApiKey] = emulator.ApiKey,
            [Credential.PaidKey] = emulator.ApiKey,
            [Credential.FreeKey] = free.Key,
            [Credential.ExpiredKey] = expired.Key,
            [Credential.ExhaustedKey] = exhausted.Key,
            [Credential.OriginKey] = emulator.AddKey("origin", ["maptiler-contract.example", "*.maptiler-contract.example"]).Key,
            [Credential.UnknownOriginKey] = emulator.AddKey("unknown origin", ["maptiler-contract.example", "?"]).Key,
            [Credential.UserAgentKey] = emulator.AddKey("user agent", userAgent: "MapTilerContract").Key,
        };
    }

    private static async Task<Dictionary<string, string>> PrepareAsync(MapTilerEmulator emulator, HttpClient client, CancellationToken cancellationToken)
    {
        emulator.AddMap(MapId);
        emulator.Add(new EmulatedPlace("Café Odeon", 8.5451, 47.3669) { Type = "poi", Categories = ["cafe"] });
        emulator.Add(new EmulatedPlace("Bahnhofstrasse", 8.5395, 47.3705) { Type = "address", HouseNumber = "5" });
        var ids = new Dictionary<string, string>
        {
            ["map"] = MapId,
            ["dataset"] = Add(2, id => emulator.AddDataset(id, Dataset)),
            ["image"] = Add(3, id => emulator.Add(new EmulatedImage(id, 5120, 3000) { Description = "A plan", Attribution = "An author" })),
            ["tileset"] = Add(4, id => emulator.Add(new EmulatedTileset(id) { VectorLayers = ["trails"], MaxZoom = 12 })),
            ["changed-tileset"] = Add(5, id => emulator.Add(new EmulatedTileset(id))),
            ["deleted-tileset"] = Add(6, id => emulator.Add(new EmulatedTileset(id))),
            ["doomed-tileset"] = Add(7, id => emulator.Add(new EmulatedTileset(id))),
            ["default-key"] = emulator.Keys[0].Id.ToString(),
            ["key"] = emulator.AddKey("contract").Id.ToString(),
            ["changed-key"] = emulator.AddKey("changed").Id.ToString(),
            ["doomed-key"] = emulator.AddKey("doomed").Id.ToString(),
        };
        (await client.DeleteAsync($"tiles/{ids["deleted-tileset"]}", cancellationToken)).EnsureSuccessStatusCode();
        var (open, canceled, uploaded, completed) = (await IngestAsync(), await IngestAsync(), await IngestAsync(), await IngestAsync());
        (ids["ingest"], ids["doomed-ingest"]) = (Id(open), Id(canceled));
        ids["uploaded-ingest"] = await UploadAsync(uploaded);
        ids["completed-ingest"] = await UploadAsync(completed);
        ids["part"] = PartUrl(open);
        await PostAsync($"datasets/ingest/{ids["completed-ingest"]}/process", Uploads.Result);
        return ids;

        string Add(int number, Action<string> add)
        {
            var id = $"0192a2f0-0000-7000-8000-{number:d12}";
            add(id);
            return id;
        }

        async Task<JsonElement> PostAsync(string path, string body)
        {
            using var response = await client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), cancellationToken);
            return JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken)).RootElement;
        }

        Task<JsonElement> IngestAsync() => PostAsync("datasets/ingest", Uploads.Announcement);

        static string Id(JsonElement ingest) => ingest.GetProperty("id").GetString()!;

        static string PartUrl(JsonElement ingest) => ingest.GetProperty("upload").GetProperty("parts")[0].GetProperty("url").GetString()!;

        async Task<string> UploadAsync(JsonElement ingest)
        {
            using var storage = new HttpClient();
            (await storage.PutAsync(PartUrl(ingest), new StringContent(Uploads.Content), cancellationToken)).EnsureSuccessStatusCode();
            return Id(ingest);
        }
    }
}
