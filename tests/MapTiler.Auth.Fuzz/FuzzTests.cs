namespace MapTiler.Fuzz;

/// <summary>A short run with a fixed seed, and the inputs that failed once.</summary>
public sealed class FuzzTests
{
    private const int Cases = 200;
    private const ulong Seed = 20_261_127;

    public static TheoryData<string> Names { get; } = [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Target_accepts_any_input(string name)
    {
        var failures = TargetOf(name).Fuzz(Cases, Seed);

        Assert.True(failures.Count == 0, string.Join("\n", failures.Select(failure => $"{failure.Key}: {Convert.ToHexString(failure.Value.Input)}\n{failure.Value.Error}")));
    }

    [Theory, MemberData(nameof(Names))]
    public void Target_accepts_the_inputs_of_the_corpus(string name) =>
        Assert.All(Corpus.FilesOf(name), file => Assert.Null(TargetOf(name).Check(File.ReadAllBytes(file))));

    [Theory, MemberData(nameof(Names))]
    public void Target_accepts_its_seeds(string name)
    {
        var target = TargetOf(name);

        Assert.NotEmpty(target.Seeds);
        Assert.All(target.Seeds, seed => Assert.Null(target.Check(seed)));
    }

    [Fact]
    public void Checkpoint_of_the_seeds_is_valid() =>
        Assert.All(TargetOf("Checkpoint").Seeds, seed => Assert.NotNull(Service.UploadCheckpoint.Parse(seed)));

    private static FuzzTarget TargetOf(string name) => FuzzTargets.All.Single(target => target.Name == name);
}
