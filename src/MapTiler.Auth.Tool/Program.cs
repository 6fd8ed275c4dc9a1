using MapTiler.Tool.Commands;

namespace MapTiler.Tool;

/// <summary>The list of the commands. Each one is a file in <c>Commands</c>.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => Application.RunAsync(args, static () => new("The command line of MapTiler. Results are written to the standard output, errors and progress to the standard error.")
    {
        CheckCommand.Create(),
        GeocodeCommand.CreateSearch(),
        GeocodeCommand.CreateReverse(),
        DataCommand.Create(),
        UploadCommand.Create(),
        TilesetsCommand.Create(),
        KeysCommand.Create(),
        UsageCommand.Create(),
        UrlCommand.Create(),
        SignCommand.Create(),
        StaticCommand.Create(),
        TilesCommand.Create(),
        ElevationCommand.Create(),
        TransformCommand.Create(),
        CrsCommand.Create(),
        EmulatorCommand.Create(),
        CompletionCommand.Create(),
    });
}
