namespace MapTiler.Tool.Tests;

/// <summary>Small files with a line.</summary>
internal static class Tracks
{
    public const string Gpx = """
        <?xml version="1.0"?>
        <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
          <wpt lat="1" lon="1"/>
          <trk><trkseg><trkpt lat="46.5" lon="8.0"><ele>1</ele></trkpt><trkpt lat="46.6" lon="8.1"/></trkseg><trkseg><trkpt lat="46.7" lon="8.3"/></trkseg></trk>
          <trk><trkseg><trkpt lat="10" lon="10"/></trkseg></trk>
        </gpx>
        """;

    public const string GeoJson = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,1]}},
          {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[8.0,46.5,1],[8.1,46.6],[8.3,46.7]]}}]}
        """;
}
