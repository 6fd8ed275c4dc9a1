using MapTiler.Geocoding;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMapTiler(); // reads MapTiler:ApiKey or MAPTILER_API_KEY

var app = builder.Build();
app.MapGet("/where", async (string query, GeocodingClient geocoding, CancellationToken cancellationToken) =>
    string.IsNullOrWhiteSpace(query) // an empty query throws
        ? null
        : (await geocoding.SearchAsync(query, cancellationToken: cancellationToken)).Features.FirstOrDefault()?.PlaceName);
app.Run();
