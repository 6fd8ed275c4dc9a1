using MapTiler.ContractTests;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// "live" compares the facts with the live service, "list" prints them; everything else is for the tests.
return args switch
{
    ["live", ..] => await LiveRun.RunAsync(Environment.GetEnvironmentVariable, Console.Out, CancellationToken.None),
    ["list"] => AllFacts.Print(Console.Out),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") => await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};
