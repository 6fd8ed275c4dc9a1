using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using MapTiler.Coordinates;
using MapTiler.Elevation;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Tiles;

namespace MapTiler.LegacyPrograms
{
    /// <summary>One method for each service, as in a first program for .NET Framework.</summary>
    public static class Programs
    {
        public static async Task GeocodeAsync(string apiKey)
        {
            using (var client = new MapTilerClient(apiKey))
            {
                var options = new GeocodingSearchOptions { Languages = new[] { "de" }, Types = new PlaceType[] { "poi", PlaceType.Address }, Limit = 3 };
                var result = await client.Geocoding.SearchAsync("Bahnhofstrasse 1, Zürich", options);
                foreach (var feature in result.Features)
                {
                    Console.WriteLine(feature);
                    Console.WriteLine(feature.PostalCode);
                }
            }
        }

        public static async Task<string> ReverseAsync(string apiKey)
        {
            using (var client = new MapTilerClient(new MapTilerOptions { ApiKey = apiKey, UserAgent = "my-app/1.0" }))
            {
                try
                {
                    var result = await client.Geocoding.ReverseAsync(new LngLat(8.54, 47.37));
                    return result.Features.FirstOrDefault()?.PlaceName;
                }
                catch (MapTilerException e)
                {
                    switch (e.Reason)
                    {
                        case MapTilerErrorReason.RateLimited: return "later";
                        case MapTilerErrorReason.KeyInvalid: return "another key";
                        default: throw;
                    }
                }
            }
        }

        public static async Task SaveTileAsync(MapTilerClient client)
        {
            var tile = TileCoordinate.FromLngLat(new LngLat(8.54, 47.37), 12);
            using (var content = await client.Maps.GetTileAsync(MapIds.StreetsV4, tile, new RasterTileOptions { TileSize = 256 }))
            {
                if (content != null)
                    await content.SaveAsync("tile." + content.FileExtension);
            }
        }

        public static async Task SaveStaticMapAsync(MapTilerClient client)
        {
            var options = new StaticMapOptions { Width = 600, Height = 300 };
            using (var map = await client.StaticMaps.GetAsync(MapIds.BaseV4, new MapView(new LngLat(8.54, 47.37), 12), options))
                await map.Content.SaveAsync("map." + map.Content.FileExtension);
        }

        public static async Task<int?> TileJsonAsync(MapTilerClient client) => (await client.Tiles.GetTileJsonAsync(TilesetIds.V3)).MaxZoom;

        public static async Task<string> StyleAsync(MapTilerClient client) => (await client.Maps.GetStyleAsync("streets-v4")).Name;

        public static async Task<double?> ElevationAsync(MapTilerClient client) =>
            await client.Elevation.GetAsync(new LngLat(8.54, 47.37), new ElevationOptions { Unit = ElevationUnit.Feet });

        // C# 7.3 has no "await foreach".
        public static async Task BatchAsync(MapTilerClient client, IReadOnlyList<string> addresses)
        {
            var results = client.Geocoding.BatchAsync(addresses).GetAsyncEnumerator();
            try
            {
                while (await results.MoveNextAsync())
                    Console.WriteLine(results.Current.Error?.Message ?? results.Current.Features.FirstOrDefault()?.PlaceName);
            }
            finally
            {
                await results.DisposeAsync();
            }
        }

        public static async Task<LngLat?> TransformAsync(MapTilerClient client)
        {
            var point = await client.Coordinates.TransformAsync(new ProjectedPoint(2600000, 1200000), new CoordinateTransformOptions { SourceCrs = 2056 });
            return point?.ToLngLat();
        }

        public static async Task<string> CountryAsync(MapTilerClient client) => (await client.Geolocation.GetAsync()).Country;

        public static async Task<int> FeaturesAsync(MapTilerClient client, Guid datasetId) => (await client.Data.GetAsync(datasetId)).Features.Count;

        public static async Task<string> WindAsync(MapTilerClient client) =>
            (await client.Weather.GetLatestAsync()).First(variable => variable.Name == "Wind").Keyframes[0].Id;

        public static async Task UploadAsync(string serviceToken, string path)
        {
            using (var client = new MapTilerServiceClient(serviceToken))
            {
                var key = await client.ApiKeys.CreateAsync(new ApiKeySettings { Name = "shop", Origins = new[] { "shop.example" } });
                Console.WriteLine(key.Name);
                var ingest = await client.Datasets.UploadAsync(path, new DatasetUploadOptions { MaxConcurrency = 2 });
                Console.WriteLine(ingest);
            }
        }

        public static async Task<IReadOnlyList<string>> UsageAsync(MapTilerServiceClient client)
        {
            var timeline = await client.Analytics.GetTimelineAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.ApiKeys);
            return timeline.Series.Select(series => series.ToString()).ToList();
        }

        public static Task WriteAsync(Stream stream, MapTilerContent content) => content.Stream.CopyToAsync(stream);
    }
}
