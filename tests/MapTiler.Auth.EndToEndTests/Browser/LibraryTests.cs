namespace MapTiler.EndToEndTests.Browser;

/// <summary>Leaflet, OpenLayers and @maptiler/sdk show the maps of the endpoints, as the README of MapTiler.Auth.AspNetCore says.</summary>
[Collection(BrowserMapVisits.Collection)]
public sealed class LibraryTests(BrowserMapVisits visits)
{
    [Theory]
    [InlineData(BrowserMapVisits.SignedRedirect)]
    [InlineData(BrowserMapVisits.Proxy)]
    public void Libraries_draw_the_maps_without_a_credential_and_request_no_other_host(string mode)
    {
        var (origin, libraries) = visits.Libraries(mode);
        var map = $"{origin}maptiler/maps/streets-v4/";

        Assert.Equal(4, libraries.Count);
        Assert.All(libraries.Values, library =>
        {
            Assert.Null(library.Failure);
            Assert.DoesNotContain(library.Problems, problem => !problem.Contains("MapTiler Cloud API key is not set", StringComparison.Ordinal)); // as intended
            var requests = library.Requests.Where(request => !request.StartsWith("https://cdn.jsdelivr.net/", StringComparison.Ordinal)).ToList();
            Assert.Contains(requests, request => request.StartsWith(map, StringComparison.Ordinal));
            Assert.All(requests, request => Assert.True(
                request.StartsWith(origin.AbsoluteUri, StringComparison.Ordinal) || (mode == BrowserMapVisits.SignedRedirect && request.Contains("&signature=", StringComparison.Ordinal)), request));
            Assert.True(library.Colors > 500, $"{library.Name} shows nothing");
        });
    }
}
