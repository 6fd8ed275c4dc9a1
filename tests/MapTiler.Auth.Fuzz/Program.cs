using MapTiler.Fuzz;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// "run [target|all] [cases] [seed]" is a long run; everything else is for the tests.
return args switch
{
    ["run", ..] => LongRun.Run(args.ElementAtOrDefault(1) ?? "all", args.ElementAtOrDefault(2) ?? "1000000", args.ElementAtOrDefault(3), Console.Out),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") => await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};
