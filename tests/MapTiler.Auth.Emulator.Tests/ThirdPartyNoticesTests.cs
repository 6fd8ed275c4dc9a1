using MapTiler.Tests;

namespace MapTiler.Emulator.Tests;

public sealed class ThirdPartyNoticesTests
{
    [Fact]
    public void Every_package_that_the_emulator_uses_is_listed_with_its_license()
    {
        var notices = Path.Combine(Repository.Root, "src", "MapTiler.Auth.Emulator", "THIRD-PARTY-NOTICES.md");
        var rows = File.ReadLines(notices).Where(line => line.StartsWith("| [", StringComparison.Ordinal)).ToArray();

        var used = typeof(MapTilerEmulator).Assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => name.Split('.')[0] is not ("System" or "Microsoft" or "netstandard"))
            .ToArray();

        Assert.Contains("ProjNET", used);
        Assert.All(used, name => Assert.Contains(rows, row => row.StartsWith($"| [{name}](", StringComparison.Ordinal) && row.Contains("licenses.nuget.org", StringComparison.Ordinal)));
    }
}
