using MapTiler.Tool.Geocoding;

namespace MapTiler.Tool.Tests.Geocoding;

public sealed class ResultStoreTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".progress");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Store_that_is_truncated_at_any_byte_contains_every_complete_result_and_can_be_continued()
    {
        using (var store = new ResultStore(_path, "settings é"))
        {
            for (var i = 0; i < 5; i++)
                store.Add((UInt128)i, Result(i));
        }

        var bytes = File.ReadAllBytes(_path);
        var lines = bytes.Count(b => b == '\n');
        Assert.Equal(6, lines);
        for (var length = 0; length <= bytes.Length; length++)
        {
            File.WriteAllBytes(_path, bytes[..length]);
            using (var store = new ResultStore(_path, "settings é"))
            {
                var complete = Math.Max(0, bytes[..length].Count(b => b == '\n') - 1);
                Assert.Equal(complete, store.Count);
                for (var i = complete; i < 5; i++)
                    store.Add((UInt128)i, Result(i));
                Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(Result(i), store[(UInt128)i]));
            }

            Assert.Equal(bytes, File.ReadAllBytes(_path));
        }
    }

    [Fact]
    public void Store_with_damage_in_the_middle_ends_before_it()
    {
        using (var store = new ResultStore(_path, "s"))
        {
            for (var i = 0; i < 3; i++)
                store.Add((UInt128)i, Result(i));
        }

        var lines = File.ReadAllLines(_path);
        File.WriteAllText(_path, $"{lines[0]}\n{lines[1]}\n{new string('\0', lines[2].Length)}\n{lines[3]}\n");

        using var damaged = new ResultStore(_path, "s");

        Assert.Equal((1, true), (damaged.Count, damaged.Contains(0)));
    }

    [Fact]
    public void Store_of_other_settings_is_rejected_and_not_changed()
    {
        using (var store = new ResultStore(_path, "country=ch"))
            store.Add(1, Result(1));
        var before = File.ReadAllBytes(_path);

        var exception = Assert.Throws<UsageException>(() => new ResultStore(_path, "country=cz"));

        Assert.Contains("contains the results of another input or other options", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_path));
    }

    [Fact]
    public void Store_without_results_is_deleted()
    {
        using (new ResultStore(_path, "s"))
        {
        }

        Assert.False(File.Exists(_path));
    }

    private static StoredResult Result(int i) => i == 3 ? new() { Rejection = "no \"}\n\"" } : new() { Longitude = i, Latitude = 0.1 * i, PlaceName = $"Zürich }}\n{i}", Relevance = 1 };
}
