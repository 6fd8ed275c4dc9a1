using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Urls;

public class EndpointsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int, string> Lines => [.. ClientUrlTable.Rows.Select((row, i) => (i, row.Method + " " + row.Expected))];

    [Theory, MemberData(nameof(Lines))]
    public async Task Client_method_requests_its_path(int line, string name)
    {
        var row = ClientUrlTable.Rows[line];
        var first = row.FirstIsAbsent;
        var transport = new StubTransport(request =>
        {
            if (first)
            {
                first = false;
                return new HttpResponseMessage(HttpStatusCode.NotFound);
            }

            var (body, contentType) = ResponseBodies.Of(request.RequestUri!);
            return StubTransport.Text(request.RequestUri!.AbsolutePath.Contains(';', StringComparison.Ordinal) && body == ResponseBodies.NoFeatures ? $"[{body},{body}]" : body, contentType);
        });
        using var services = Clients.Services(transport);

        await row.Call(services.GetRequiredService<MapTilerClient>(), Cancel);

        Assert.EndsWith(row.Expected, name, StringComparison.Ordinal);
        Assert.Equal("https://api.maptiler.com" + row.Expected + (row.Expected.Contains('?', StringComparison.Ordinal) ? "&key=" : "?key=") + Secrets.Key, transport.Uris[^1]);
        Assert.True(new DocumentedPath(row.Path).Matches(row.Expected.Split('?')[0]) || row.Method is "Elevation.GetAsync" or "Coordinates.TransformAsync" or "Tiles.DownloadTilesAsync" or "Elevation.ComputeAsync" or "Weather.GetTileAsync", row.Path);
    }

    [Fact]
    public void Every_documented_path_has_a_method() =>
        Assert.Empty(DocumentedPaths.Paths.Select(path => path.Template).Except(ClientUrlTable.Rows.Select(row => row.Path)));

    [Fact]
    public void Every_method_of_every_client_has_a_path()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());
        var methods = ClientCalls.Of(services.GetRequiredService<MapTilerClient>(), Cancel).Select(call => call.Name).Where(name => name.Contains('.', StringComparison.Ordinal));

        Assert.Empty(methods.Except(ClientUrlTable.Rows.Select(row => row.Method)).Except(["Ogc.FollowAsync"])); // which follows a link of a response
    }

    [Fact]
    public void Table_of_paths_in_the_documentation_equals_the_tested_table()
    {
        var document = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "paths.md"));
        var rows = ClientUrlTable.Rows.GroupBy(row => row.Path).Select(path =>
            $"| `{path.Key}` | {string.Join(", ", path.Select(row => $"`{row.Method}`").Distinct())} | {string.Join(", ", path.Select(row => $"`{row.Expected.Split('?')[0]}`").Distinct())} |").ToList();

        Assert.Equal(rows, document.Where(line => line.StartsWith("| `/", StringComparison.Ordinal)));
        Assert.Contains(document, line => line.Contains($"{nameof(EndpointsTests)}.{nameof(Client_method_requests_its_path)}", StringComparison.Ordinal));
    }
}
