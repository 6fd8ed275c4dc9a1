using MapTiler;
using MapTiler.Geocoding;

using var client = new MapTilerClient(Environment.GetEnvironmentVariable("MAPTILER_API_KEY")!);

GeocodingResult result = await client.Geocoding.SearchAsync("Zürich");
Console.WriteLine(result.Features.FirstOrDefault());
