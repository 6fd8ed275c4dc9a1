namespace MapTiler.Tests.Conventions;

public class AotSmokeTests
{
    private static readonly string Project = Path.Combine(Repository.Root, "tests", "MapTiler.Auth.AotSmoke");

    private static readonly string Code = string.Join('\n', Directory.EnumerateFiles(Project, "*.cs").Select(File.ReadAllText));

    private static readonly string Settings = File.ReadAllText(Path.Combine(Project, "MapTiler.Auth.AotSmoke.csproj"));

    public static TheoryData<string> Services => [.. SdkClients.Types.SelectMany(type => type.GetProperties()).Where(property => SdkClients.IsService(property.PropertyType)).Select(property => property.Name)];

    [Theory, MemberData(nameof(Services))]
    public void What_is_compiled_ahead_of_time_calls_every_client(string service) => Assert.Contains($".{service}.", Code, StringComparison.Ordinal);

    [Fact]
    public void It_is_compiled_with_every_warning_on_and_without_the_emulator()
    {
        Assert.DoesNotContain("NoWarn", Settings, StringComparison.Ordinal);
        Assert.DoesNotContain("Emulator.csproj", Settings, StringComparison.Ordinal);
    }
}
