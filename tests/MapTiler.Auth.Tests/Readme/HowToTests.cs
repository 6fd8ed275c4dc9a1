using System.Text.RegularExpressions;
using MapTiler.Emulator;

namespace MapTiler.Tests.Readme;

public sealed class HowToFixture : IAsyncLifetime
{
    public MapTilerEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await MapTilerEmulator.StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}

public sealed partial class HowToTests(HowToFixture fixture) : IClassFixture<HowToFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The snippets that are followed by their output.</summary>
    public static TheoryData<string, string, string> Snippets => [.. from path in Repository.Documents
                                                                     from Match snippet in SnippetWithOutput.Matches(File.ReadAllText(Path.Combine(Repository.Root, path)))
                                                                     select new TheoryDataRow<string, string, string>(path, snippet.Groups[1].Value, snippet.Groups[2].Value)];

    [Theory, MemberData(nameof(Snippets))]
    public async Task Snippet_with_an_output_prints_it(string document, string snippet, string output)
    {
        var task = Tasks.SingleOrDefault(task => WithoutSpace(snippet).EndsWith(task.Code, StringComparison.Ordinal)).Name;
        Assert.True(task is not null, $"{document} has an output, but no method of {nameof(HowTo)} has the code: {snippet}");

        Assert.Equal(output, await RunAsync(task));
    }

    [Fact]
    public void Task_is_in_a_document() =>
        Assert.Empty(Tasks.Where(task => !Snippets.Any(row => WithoutSpace(row.Data.Item2).EndsWith(task.Code, StringComparison.Ordinal))).Select(task => task.Name));

    private async Task<string> RunAsync(string task)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "parcels.geojson"), """{"type":"FeatureCollection","features":[]}""", TestContext.Current.CancellationToken);
        var emulator = fixture.Emulator;
        var key = task == nameof(HowTo.Errors) ? emulator.AddKey("restricted", origins: ["shop.example"]).Key : emulator.ApiKey;
        using var client = new MapTilerClient(new MapTilerOptions { ApiKey = key, BaseAddress = emulator.BaseAddress });
        using var service = new MapTilerServiceClient(new MapTilerOptions { ServiceToken = emulator.ServiceToken, BaseAddress = emulator.BaseAddress, ServiceBaseAddress = emulator.ServiceBaseAddress });
        var howTo = new HowTo(client, service, _folder);
        if (typeof(HowTo).GetMethod(task)!.Invoke(howTo, null) is Task running)
            await running;
        return howTo.Printed;
    }

    private static IEnumerable<(string Name, string Code)> Tasks => Method.Matches(File.ReadAllText(Path.Combine(Repository.Root, "tests", "MapTiler.Auth.Tests", "Readme", "HowTo.cs")))
        .Select(method => (method.Groups[1].Value, WithoutSpace(method.Groups[2].Value)));

    private static string WithoutSpace(string text) => Space.Replace(text, "");

    [GeneratedRegex("```csharp\n((?:(?!```).)*?)```\n```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SnippetWithOutput { get; }

    [GeneratedRegex(@"\n    public (?:async Task|void) (\w+)\(\)\n    \{\n(.*?)\n    \}\n", RegexOptions.Singleline)]
    private static partial Regex Method { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space { get; }
}
