namespace MapTiler;

/// <summary>Makes pixels of the file of a picture (PNG, WebP, JPEG) without correcting its colours.</summary>
/// <param name="file">The bytes of the file.</param>
/// <example>With SkiaSharp:
/// <code>
/// ImageDecoder decoder = file =&gt;
/// {
///     using var codec = SKCodec.Create(SKData.CreateCopy(file.Span));
///     var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
///     var pixels = new byte[info.BytesSize];
///     using var bitmap = SKBitmap.Decode(codec, info);
///     bitmap.GetPixelSpan().CopyTo(pixels);
///     return new RgbaImage(info.Width, info.Height, pixels);
/// };
/// </code>
/// </example>
public delegate RgbaImage ImageDecoder(ReadOnlyMemory<byte> file);
