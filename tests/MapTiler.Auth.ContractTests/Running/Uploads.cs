using System.Security.Cryptography;
using System.Text;

namespace MapTiler.ContractTests;

/// <summary>The one small file that the facts about uploads send.</summary>
internal static class Uploads
{
    public const string Content = """{"type":"FeatureCollection","features":[]}""";

    public static string Announcement { get; } = $$"""{"filename":"stops.geojson","size":{{Content.Length}},"supported_upload_types":["s3_multipart"]}""";

    /// <summary>The body that starts the processing. The ETag of a part is its MD5 at the storage.</summary>
#pragma warning disable CA5351 // The storage's own choice.
    public static string Result { get; } =
        $$$"""{"upload_result":{"type":"s3_multipart","parts":[{"part_id":1,"etag":"{{{Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Content)))}}}"}]}}""";
#pragma warning restore CA5351
}
