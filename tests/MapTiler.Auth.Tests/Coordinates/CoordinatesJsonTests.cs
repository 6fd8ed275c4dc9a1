using System.Text.Json;
using MapTiler.Coordinates;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Coordinates;

public sealed class CoordinatesJsonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[12,-90,19,90]", "12,-90,19,90")]
    [InlineData("[170,-20,-170,-10]", "170,-20,-170,-10")]
    [InlineData("[12,-90.1,19,51]", null)]
    [InlineData("[12,47,19,90.1]", null)]
    [InlineData("[12,51,19,47]", null)]
    [InlineData("[1e999,47,19,51]", null)]
    [InlineData("[12,47,-1e999,51]", null)]
    [InlineData("[12,47,\"19\",51]", null)]
    [InlineData("[12,47,19,null]", null)]
    [InlineData("[12,47,19]", null)]
    [InlineData("{\"west\":12}", null)]
    public async Task Search_result_with_an_invalid_bounding_box_is_returned(string box, string? expected)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson($$"""{"results":[{"name":"n","transformations":[{"id":{"code":1623},"bbox":{{box}}}]}]}"""));

        var transformation = Assert.Single(Assert.Single((await Coordinates(services).SearchAsync("x", cancellationToken: Cancel)).Results).Transformations);

        Assert.Equal((1623, expected), (transformation.Id!.Code, transformation.BoundingBox?.ToString()));
    }

    [Theory]
    [InlineData("""{"id":5,"name":5,"reversible":"yes","usable":1,"deprecated":null,"grids":{},"accuracy":"1","area":[],"target_crs":"EPSG:4326","unit":{}}""")]
    [InlineData("""{"id":{"code":"1623"},"name":"\ud800","grids":[5,null,{},{"path":5}],"accuracy":null,"area":"\ud800","target_crs":{"code":1e99}}""")]
    [InlineData("{}")]
    public void Transformation_with_members_of_other_types_returns_null_for_them(string json)
    {
        var transformation = JsonSerializer.Deserialize<CoordinateTransformation>(json)!;

        Assert.Equal((null, null, null, null), (transformation.Id, transformation.Name, transformation.Area, transformation.TargetCrs));
        Assert.Equal((null, null, null), (transformation.IsReversible, transformation.IsUsable, transformation.IsDeprecated));
        Assert.Equal((null, null), (transformation.Accuracy, transformation.Unit));
        Assert.Empty(transformation.Grids);
    }

    [Theory]
    [InlineData("1623")]
    [InlineData("""{"id":{"authority":"EPSG","code":1623},"name":"t","new":[1,{"a":null}]}""")]
    public void Transformation_round_trips(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<CoordinateTransformation>(json)));

    [Fact]
    public async Task Transformation_null_is_omitted()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"results":[{"transformations":[null,1623,null]},{"transformations":null}]}"""));

        var results = (await Coordinates(services).SearchAsync("x", cancellationToken: Cancel)).Results;

        Assert.Equal("EPSG:1623", Assert.Single(results[0].Transformations).Id!.ToString());
        Assert.Empty(results[1].Transformations);
        Assert.Equal("", results[1].Kind.ToString());
    }

    [Fact]
    public async Task Result_null_throws_InvalidResponse()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"results":[{},null]}"""));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Coordinates(services).SearchAsync("x", cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidResponse, "/coordinates/search/{query}.json"), (error.Reason, error.Endpoint));
    }

    [Theory]
    [InlineData("""{"x":1e999,"y":2.5}""", null)]
    [InlineData("""{"x":"inf","y":"inf"}""", null)]
    [InlineData("""{"x":"NaN","y":2.5}""", null)]
    [InlineData("""{"x":{},"y":2.5}""", null)]
    [InlineData("null", null)]
    [InlineData("""{"x":1.5,"y":-1e999}""", null)]
    [InlineData("""{"x":1.5}""", null)]
    [InlineData("""{"x":1.5,"y":2.5,"z":1e999}""", "1.5,2.5")]
    [InlineData("""{"x":1.5,"y":2.5,"z":null}""", "1.5,2.5")]
    public async Task Point_at_infinity_returns_null(string point, string? expected)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson($$"""{"results":[{{point}}]}"""));

        Assert.Equal(expected, (await Coordinates(services).TransformAsync(default, new(), Cancel))?.ToString());
    }

    private static CoordinatesClient Coordinates(IServiceProvider services) => services.GetRequiredService<CoordinatesClient>();
}
