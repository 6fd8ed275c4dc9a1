using MapTiler.StaticMaps;

namespace MapTiler.Tests.StaticMaps;

public sealed class StaticMapPathTests
{
    [Fact]
    public void StaticMapPath_with_invalid_points_throws()
    {
        Assert.Throws<ArgumentException>("points", () => new StaticMapPath([]));
        Assert.Throws<ArgumentException>("points", () => new StaticMapPath([new(1, 2)]));
        Assert.Throws<ArgumentException>("points", () => new StaticMapPath([new(1, 2), new(1, 2), new(1, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>("points", () => new StaticMapPath([new(179, 0), new(181, 0)]));
    }
}
