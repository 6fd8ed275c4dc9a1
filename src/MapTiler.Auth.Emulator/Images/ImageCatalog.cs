using System.Collections.Concurrent;

namespace MapTiler.Emulator;

/// <summary>The images that a test added.</summary>
internal sealed class ImageCatalog
{
    private readonly ConcurrentDictionary<string, EmulatedImage> _images = new(StringComparer.Ordinal);

    public void Add(EmulatedImage image) => _images[image.Id] = image;

    public EmulatedImage? Find(string id) => _images.GetValueOrDefault(id);
}
