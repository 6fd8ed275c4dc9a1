using System.Text.RegularExpressions;
namespace MapTiler.Tool.Tests;

/// <summary>The tour of the README runs as it is written.</summary>
public sealed class ReadmeTests(EmulatorFixture fixture)
{
    [Fact]
    public void Library_beside_the_program_has_a_notice()
    {
        var notices = Regex.Matches(File.ReadAllText(Path.Combine(Tool.Root, "src", "MapTiler.Auth.Tool", "THIRD-PARTY-NOTICES.md")), "`([^`]+)`").Select(name => name.Groups[1].Value.TrimEnd('*', '.')).ToList();
        var libraries = Directory.GetFiles(Path.GetDirectoryName(Tool.Executable)!, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)).Except(["maptiler", "MapTiler.Auth", "MapTiler.Auth.Emulator"]);

        Assert.All(libraries, library => Assert.Contains(notices, name => (library + ".").StartsWith(name + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Commands_of_the_tour_succeed()
    {
        using var tool = new Tool(fixture.Emulator);
        var readme = await File.ReadAllTextAsync(Path.Combine(Tool.Root, "src", "MapTiler.Auth.Tool", "README.md"), TestContext.Current.CancellationToken);
        var tour = readme.Split("A tour:")[1].Split("```console\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);

        foreach (var line in tour)
        {
            var result = await tool.RunShellAsync(line);
            Assert.True(result.ExitCode == 0 && result.Output.Length > 0, $"{line}: {result.Error}");
        }

        Assert.True(tour.Length >= 7);
        Assert.Equal(["tiles.mbtiles", "zurich.png"], Directory.GetFiles(tool.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_command_is_in_the_README()
    {
        var readme = File.ReadAllText(Path.Combine(Tool.Root, "src", "MapTiler.Auth.Tool", "README.md"));
        var commands = System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Path.Combine(Tool.Root, "src", "MapTiler.Auth.Tool", "Program.cs")), @"(\w+)Command\.Create").Select(match => match.Groups[1].Value);

        Assert.All(commands, command => Assert.Contains($"`{command.ToLowerInvariant()}`", readme, StringComparison.Ordinal));
    }
}
