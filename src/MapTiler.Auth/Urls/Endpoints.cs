namespace MapTiler;

/// <summary>The table of endpoints. Costs are those of https://documentation.maptiler.com/hc/en-us/articles/6576861156753.</summary>
internal static class Endpoints
{
    public static readonly Endpoint GeocodingSearch = new("/geocoding/{query}.json", Cost: 1);
    public static readonly Endpoint GeocodingReverse = new("/geocoding/{longitude},{latitude}.json", Cost: 1);
    public static readonly Endpoint GeocodingById = new("/geocoding/{id}.json", Cost: 1);
    public static readonly Endpoint GeocodingBatch = new("/geocoding/{queries}.json", Cost: 1, BatchLimit: 50);
    public static readonly Endpoint Elevation = new("/elevation/{locations}.json", Cost: 1, BatchLimit: 50);
    public static readonly Endpoint CoordinateTransform = new("/coordinates/transform/{coordinates}.json", Cost: 1, BatchLimit: 50);
}
